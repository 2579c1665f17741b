import type { ParsedEntry } from '../model/parsed';
import { hashText } from '../text/hash';
import { stripTracking } from '../text/tracking';

export interface EntryKeys {
  /** Which entry of the feed this is. Two entries of a document that have the same key are one. */
  key: string;
  /**
   * The same by link and title. An entry whose key is new and whose `altKey` belongs to an entry that the document no
   * longer has under its old key is that entry: its feed changes ids, or what it appends to links.
   */
  altKey: string;
}

/** Longer keys are cut, with a hash of the whole: some feeds put an article into the id. */
const MAX_KEY = 200;

/** This many entries with one id are not one entry that is listed again. */
const TOO_MANY = 3;

/**
 * The keys of a document's entries, in their order. An entry is what its id says, without an id its link, without both
 * what it contains. http or https, `www.`, and the case of the host make no difference; the case of all else does
 * (YouTube's ids). Where entries with different links share an id the link is part of the key; where nearly all share
 * even the link, the title and date are.
 */
export function entryKeys(entries: readonly ParsedEntry[]): EntryKeys[] {
  const bare = entries.map(bareKey);
  const groups = new Map<string, ParsedEntry[]>();
  entries.forEach((entry, i) => {
    const key = bare[i] ?? '';
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  });
  const suffixes = new Map<string, (entry: ParsedEntry) => string>();
  for (const [key, group] of groups) suffixes.set(key, suffixFor(group, entries.length));
  return entries.map((entry, i) => {
    const key = bare[i] ?? '';
    return { key: shorten(key + (suffixes.get(key)?.(entry) ?? '')), altKey: altKeyOf(entry) };
  });
}

/** What to add to a key that all these entries of a document with `total` entries have. */
function suffixFor(group: ParsedEntry[], total: number): (entry: ParsedEntry) => string {
  if (group.length === 1) return () => '';
  const links = new Set(group.map((entry) => plainAddress(entry.link)));
  const titles = new Set(group.map((entry) => entry.title));
  const isOneForAll = group.length >= TOO_MANY || group.length === total;
  if (isOneForAll && links.size < group.length && titles.size > links.size)
    return (entry) => ` ${describe(entry)}`;
  return links.size > 1 ? (entry) => ` ${plainAddress(entry.link)}` : () => '';
}

function bareKey(entry: ParsedEntry): string {
  return plainAddress(entry.id) || plainAddress(entry.link) || `#${describe(entry)}`;
}

/** A hash of what an entry without id and link has; one with a date is told by title and date, since texts are edited. */
function describe(entry: ParsedEntry): string {
  const { title, published, enclosures, summary } = entry;
  const told = title !== '' && published !== null;
  return hashText([title, published ?? '', enclosures[0]?.url ?? '', told ? '' : summary].join('\0'));
}

function altKeyOf(entry: ParsedEntry): string {
  const link = plainAddress(stripTracking(entry.link));
  const title = entry.title.replace(/\s+/g, ' ').trim();
  return link === '' ? describe(entry) : hashText(`${link}\0${title}`);
}

/** An address without scheme and `www.`, its host in lower case; other text as it is. */
export function plainAddress(text: string): string {
  const [, host, rest = ''] = /^https?:\/\/(?:www\.)?([^/?#]*)(.*)$/is.exec(text.trim()) ?? [];
  if (host === undefined) return text.trim();
  return host.toLowerCase().replace(/:(80|443)$/, '') + (rest === '/' ? '' : rest);
}

function shorten(key: string): string {
  return key.length <= MAX_KEY ? key : `${key.slice(0, MAX_KEY - 17)} ${hashText(key)}`;
}
