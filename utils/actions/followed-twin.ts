import { isArchive } from '../archive/archive-feed';
import { type KnownEntry, listKnownEntries } from '../db/known-entries';
import { twinAddresses } from '../discover/twins';
import { entryKeys } from '../feed/identity';
import type { Feed } from '../model/feed';
import type { ParsedFeed } from '../model/parsed';
import type { Twin } from '../model/problem';
import { addressKey } from '../text/address';
import { calmBidi } from '../text/bidi';
import { maxSources } from './arrange-sources';
import type { Item } from './entry-traits';
import { matchEntries } from './match-entries';
import { newEntry } from './new-entry';

/** A site's other feeds, at most: the articles of each are read. */
const mostRead = 5;
/** The newest of both are compared. */
const mostCompared = 20;
/** Fewer may be the same by chance: "all" and "world" of a quiet site. */
const fewestAlike = 5;
/** Of both: one has been edited, or cut, at one of the addresses. */
const shareAlike = 0.9;

const hasRoom = ({ sources }: Feed) => sources.length < maxSources;

/** The feed that is followed at a known mirror of one of these addresses; null for none that can take one address more. */
export function twinByAddress(feeds: readonly Feed[], urls: readonly string[]): Twin | null {
  const keys = new Set(urls.flatMap(twinAddresses).map(addressKey));
  const feed = feeds.find(
    (each) => hasRoom(each) && each.sources.some(({ url }) => keys.has(addressKey(url))),
  );
  return feed ? { feedId: feed.id, by: 'address' } : null;
}

/**
 * The feed that is followed and lists the same articles as this document: at least nine of ten of its newest are among the
 * document's, and the other way round, within the time that both cover. So a site's feed of everything is no twin of one of
 * its parts, unless nothing else has come for long: what is found is to be offered, and never done by itself. Only
 * feeds of the same site or name are looked at; what has no dates is not compared. Null for none.
 */
export async function twinByArticles(
  feeds: readonly Feed[],
  parsed: ParsedFeed,
  now: number,
): Promise<Twin | null> {
  const items = itemsOf(parsed, now);
  if (items.size < fewestAlike) return null;
  for (const feed of likeliest(feeds, parsed)) {
    if (areAlike(items, await listKnownEntries(feed.id))) return { feedId: feed.id, by: 'articles' };
  }
  return null;
}

function likeliest(feeds: readonly Feed[], { title, link }: ParsedFeed): Feed[] {
  const name = calmBidi(title);
  const site = addressKey(link);
  const isNamed = (feed: Feed) => name !== '' && feed.title === name;
  const isOfSite = ({ siteUrl }: Feed) => site !== '' && addressKey(siteUrl) === site;
  const found = feeds.filter(
    (feed) => !isArchive(feed) && hasRoom(feed) && (isNamed(feed) || isOfSite(feed)),
  );
  return found.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a))).slice(0, mostRead);
}

function itemsOf({ entries }: ParsedFeed, now: number): Map<string, Item> {
  const keys = entryKeys(entries);
  return new Map(
    entries.map((entry, at) => {
      const made = newEntry(entry, keys[at] ?? { key: '', altKey: '' }, now);
      return [made.entry.key, made];
    }),
  );
}

interface Dated {
  key: string;
  at: number;
}

function datedOf(each: readonly Pick<KnownEntry, 'key' | 'publishedAt'>[]): Dated[] {
  return each
    .flatMap(({ key, publishedAt }) => (typeof publishedAt === 'number' ? [{ key, at: publishedAt }] : []))
    .toSorted((a, b) => b.at - a.at);
}

/** The newest of both in the time that both cover: one is behind, or lists more of the past. */
function inCommonTime(one: readonly Dated[], other: readonly Dated[]): [Dated[], Dated[]] {
  const until = Math.min(one[0]?.at ?? 0, other[0]?.at ?? 0);
  const newest = [one, other].map((each) => each.filter(({ at }) => at <= until).slice(0, mostCompared));
  const since = Math.max(...newest.map((each) => each.at(-1)?.at ?? until));
  const [a = [], b = []] = newest.map((each) => each.filter(({ at }) => at >= since));
  return [a, b];
}

function areAlike(items: ReadonlyMap<string, Item>, rows: readonly KnownEntry[]): boolean {
  const known = new Set(rows.map(({ key }) => key));
  const unknown = new Map([...items].filter(([key]) => !known.has(key)));
  const matched = matchEntries(unknown, rows, items);
  const inRows = new Set([...items.keys()].filter((key) => known.has(key) || matched.has(key)));
  const inItems = new Set([...items.keys(), ...Array.from(matched.values(), ({ key }) => key)]);
  const listed = Array.from(items.values(), ({ entry }) => entry);
  const [here, there] = inCommonTime(datedOf(listed), datedOf(rows));
  return isMostly(here, inRows) && isMostly(there, inItems);
}

function isMostly(each: readonly Dated[], among: ReadonlySet<string>): boolean {
  const alike = each.filter(({ key }) => among.has(key)).length;
  return alike >= fewestAlike && alike >= each.length * shareAlike;
}
