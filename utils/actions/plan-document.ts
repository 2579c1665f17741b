import type { ChangedEntry } from '../db/commit-check';
import type { Found, KnownEntry } from '../db/known-entries';
import type { NewEntry } from '../db/new-rows';
import { type Listing, twinKey } from '../db/seen-hashes';
import { entryKeys, plainAddress } from '../feed/identity';
import type { ParsedEntry } from '../model/parsed';
import { hashText } from '../text/hash';
import { matchEntries } from './match-entries';
import { newEntry } from './new-entry';

/** What of a document the feed does not have yet, what it has otherwise, and what it has under another key. */
export interface SortedDocument {
  /** In the document's order. */
  added: NewEntry[];
  changed: ChangedEntry[];
  adopted: { entryId: number; key: string }[];
  /** What the document lists, if it is complete: the keys under which its entries are stored from now on. */
  listing: Listing;
}

/** What is stored of the feed. */
export interface Shelf {
  find(keys: readonly string[], twins: readonly string[]): Promise<Found>;
  all(): Promise<KnownEntry[]>;
}

type Items = Map<string, NewEntry>;

/** A document may hold any number of entries; of more than these, the last are left (polling S-11). */
export const maxEntries = 5000;
/** Repairs of one check; what is over this stays under its old key until the next. */
const maxAdopted = 500;
/** In most checks no more of a document is new. */
const usualShare = 0.2;
/** 1990: there were no feeds; earlier dates say only that somebody's software had none. */
const plausible = 631_152_000_000;

/**
 * Compares a document with what is stored of its feed, by keys, by the hash of what a reader sees, and where that leaves
 * doubts by the second identity. What was pruned stays away; what is older than all that the feed has shown so far is
 * an archive that was opened, and comes in as read.
 */
export async function planDocument(
  entries: readonly ParsedEntry[],
  now: number,
  shelf: Shelf,
): Promise<SortedDocument> {
  const { items, found, moved } = await lookUp(newEntries(entries, now), shelf);
  const { known, gone } = found;
  const unknown = new Map([...items].filter(([key]) => !known.has(key)));
  const rows = isDoubtful(unknown, items, found) ? await shelf.all() : [];
  const matched = matchEntries(unknown, rows, items);
  const repaired = [...matched].slice(0, maxAdopted).map(([key, { id }]) => ({ entryId: id, key }));
  const ids = new Set(repaired.map(({ entryId }) => entryId));
  const adopted = [...moved.filter(({ entryId }) => !ids.has(entryId)), ...repaired];
  const isGone = ([key, { entry }]: [string, NewEntry]) => gone.has(key) || gone.has(twinKey(entry));
  const fresh = [...unknown].filter((each) => !matched.has(each[0]) && !isGone(each)).map(([, item]) => item);
  const kept = new Map([...matched].slice(maxAdopted));
  return {
    added: fresh.map((item) => asArrived(item, found)),
    changed: edited([...known, ...matched], items),
    adopted,
    listing: {
      keys: [...items.keys()].map((key) => kept.get(key)?.key ?? key),
      ...(moved.length > 0 && { moved: moved.map(({ key }) => key) }),
      oldest: oldestOf(items),
      at: now,
    },
  };
}

/** By key, in the document's order; what a document lists twice is one. */
function newEntries(entries: readonly ParsedEntry[], now: number): Items {
  const keys = entryKeys(entries).slice(0, maxEntries);
  const items: Items = new Map();
  keys.forEach((each, index) => {
    const entry = entries[index];
    if (entry && !items.has(each.key)) items.set(each.key, newEntry(entry, each, now));
  });
  return items;
}

/** What is known of the items, and which rows must make room: their ids stand for another article now. */
interface LookedUp {
  items: Items;
  found: Found;
  moved: SortedDocument['adopted'];
}

/** What an article is called whose id is not its own. */
function ownKey(key: string, { altKey }: Pick<KnownEntry, 'altKey'>): string {
  return hashText(`${key}\0${altKey}`);
}

/**
 * The bare id always belongs to the newest article that has it: it is listed, and what is listed is never pruned, so that
 * no tombstone can ever keep the next one out.
 */
async function lookUp(items: Items, shelf: Shelf): Promise<LookedUp> {
  const shared = [...items].flatMap(sharedPart);
  const twins = Array.from(items.values(), ({ entry }) => twinKey(entry));
  const first = await shelf.find([...items.keys(), ...shared], twins);
  const reused = new Map([...first.known].filter(([key, row]) => isReused(row, items.get(key))));
  const ousted = shared.flatMap((key) => (items.has(key) ? [] : (first.known.get(key) ?? [])));
  const rows = [...new Set([...reused.values(), ...ousted])];
  if (rows.length === 0) return { items, found: first, moved: [] };
  const owned = new Map([...items].map(([key, { entry }]) => [key, ownKey(key, entry)]));
  const own = [...reused.keys()].map((key) => owned.get(key) ?? key);
  const found = await shelf.find([...items.keys(), ...own], twins);
  const keyOf = (key: string) => {
    const own = owned.get(key) ?? key;
    return reused.has(key) && (found.known.has(own) || found.gone.has(own)) ? own : key;
  };
  const rekeyed = [...items].map(([key, item]) => {
    const own = keyOf(key);
    return [own, own === key ? item : { ...item, entry: { ...item.entry, key: own } }] as const;
  });
  const leaving = rows.filter((row) => keyOf(row.key) === row.key);
  const ids = new Set(leaving.map(({ id }) => id));
  const known = new Map([...found.known].filter(([, { id }]) => !ids.has(id)));
  const moved = leaving.map((row) => ({ entryId: row.id, key: ownKey(row.key, row) }));
  return { items: new Map(rekeyed), found: { ...found, known }, moved };
}

/** Of a key that was told from others of the same id by its link or its words behind it, that id. */
function sharedPart([key, { entry }]: [string, NewEntry]): string[] {
  const suffix = [` ${plainAddress(entry.link)}`, / [\da-f]{16}$/.exec(key)?.[0] ?? ''].find(
    (end) => end.length > 1 && key.endsWith(end),
  );
  return suffix ? [key.slice(0, -suffix.length)] : [];
}

/**
 * An id that stands for another article than before: a feed that has one id for whatever is its newest. Nobody edits
 * title, address, text and date of an article all at once.
 */
function isReused(row: KnownEntry, item: NewEntry | undefined): boolean {
  if (!item) return false;
  const { title, link, snippet, publishedAt } = item.entry;
  const isRewritten = row.title !== title && row.snippet !== snippet;
  const isRedated = publishedAt === null || row.publishedAt !== publishedAt;
  return isRewritten && isRedated && plainAddress(row.link) !== plainAddress(link);
}

/**
 * Whether what looks new may be known under other keys. Not in the usual check, in which little is new, all of it is later
 * than the feed's newest, and the feed leaves dates as they were.
 */
function isDoubtful(unknown: Items, items: Items, { known, newest }: Found): boolean {
  if (unknown.size === 0 || newest === null) return false;
  const isUsual =
    unknown.size <= items.size * usualShare &&
    [...unknown.values()].every(({ entry }) => entry.publishedAt !== null && entry.sortAt > newest) &&
    [...known].every(([key, row]) => row.publishedAt === items.get(key)?.entry.publishedAt);
  return !isUsual;
}

function asArrived(item: NewEntry, { archiveBefore }: Found): NewEntry {
  const date = dateOf(item);
  return date !== null && date < archiveBefore ? { ...item, entry: { ...item.entry, read: 1 } } : item;
}

function dateOf({ entry }: NewEntry): number | null {
  return entry.publishedAt ?? entry.updatedAt;
}

/** The oldest date of the entries (ms); 0 without any. */
function oldestOf(items: Items): number {
  const dates = [...items.values()].map(dateOf).filter((date) => date !== null && date > plausible);
  return dates.reduce(
    (oldest: number, date) => (oldest === 0 ? (date ?? 0) : Math.min(oldest, date ?? 0)),
    0,
  );
}

function edited(stored: readonly (readonly [string, KnownEntry])[], items: Items): ChangedEntry[] {
  return stored.flatMap(([key, { id, contentHash, bodyGone }]) => {
    const item = items.get(key);
    if (!item || (item.entry.contentHash === contentHash && !bodyGone)) return [];
    return [{ entryId: id, content: item.entry, body: item.body }];
  });
}
