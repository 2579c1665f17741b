import type { KnownEntry } from '../db/known-entries';
import { plainAddress } from '../feed/identity';
import { hour } from '../schedule/times';
import { stripTracking } from '../text/tracking';
import {
  type Item,
  isFrontPage,
  isSameDate,
  isSameText,
  linksOfOne,
  type Surroundings,
  type Traits,
} from './entry-traits';

/** One way of knowing an article again. */
interface Way {
  /** What both must have in common, and no other of either side; '' where there is no telling by this. */
  mark(entry: Traits, isOwnLink: boolean): string;
  holds(row: Traits, entry: Traits): boolean;
}

/** The surest first. */
const ways: readonly Way[] = [
  // another host, another path, parameters that change: the very minute, or the words, say that it is the same
  {
    mark: ({ title, publishedAt }) =>
      title && publishedAt !== null ? `${plain(title)}\0${publishedAt}` : '',
    holds: (row, entry) => hasSameWords(row, entry) || (entry.publishedAt ?? 0) % hour !== 0,
  },
  // the same address spelled otherwise
  {
    mark: ({ title, link }, isOwnLink) => (title && isOwnLink ? `${plain(title)}\0${sameLink(link)}` : ''),
    holds: (row, entry) => isSameDate(row, entry) || isSameText(row, entry),
  },
  // another title
  {
    mark: ({ link }, isOwnLink) => (isOwnLink ? sameLink(link) : ''),
    holds: isSameDate,
  },
  // neither an id nor a link of its own, and redated: nobody misses what says nothing else. A recording might.
  {
    mark: (entry) => (hasOwnId(entry) || entry.audio ? '' : entry.contentHash),
    holds: hasSameWords,
  },
];

/**
 * Which of `free` the entries are whose links have changed with their ids, as when another mirror takes over, a site
 * moves, or adds to all links what it counts readers by.
 */
export function matchMoved(
  unknown: ReadonlyMap<string, Item>,
  free: readonly KnownEntry[],
  { rows, items }: Surroundings,
): Map<string, KnownEntry> {
  const matched = new Map<string, KnownEntry>();
  if (unknown.size === 0 || free.length === 0) return matched;
  const linkOf = ({ link }: Pick<Traits, 'link'>) => sameLink(link);
  const listed = [...items.values()].map(({ entry }) => entry);
  const [ours, theirs] = [linksOfOne(rows, linkOf), linksOfOne(listed, linkOf)];
  const isOwn = (entry: Pick<Traits, 'link'>) =>
    ours.has(linkOf(entry)) && theirs.has(linkOf(entry)) && !isFrontPage(plainAddress(entry.link));
  const taken = new Set<number>();
  for (const { mark, holds } of ways) {
    const of = (entry: Traits) => mark(entry, entry.link !== '' && isOwn(entry));
    const left = [...unknown].filter(([key]) => !matched.has(key));
    const wanted = Map.groupBy(left, ([, { entry }]) => of(entry));
    const there = Map.groupBy(
      free.filter(({ id }) => !taken.has(id)),
      of,
    );
    for (const [common, [one, ...others]] of wanted) {
      const [row, ...more] = there.get(common) ?? [];
      const isSure = common !== '' && others.length + more.length === 0;
      if (!isSure || !one || !row || !holds(row, one[1].entry)) continue;
      matched.set(one[0], row);
      taken.add(row.id);
    }
  }
  return matched;
}

function plain(title: string): string {
  return title.replace(/\s+/g, ' ').trim();
}

/** As `plainAddress`, whatever the spelling: host of small screens, percent signs, the slash or index at its end. */
function sameLink(link: string): string {
  const address = plainAddress(stripTracking(link)).replace(/^(?:m|mobile|amp)\./, '');
  return readable(address).replace(/\/(?:index\.\w{3,5})?(?=[?#]|$)/, '');
}

function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function hasSameWords(row: Traits, entry: Traits): boolean {
  return row.snippet + row.image !== '' && row.snippet === entry.snippet && row.image === entry.image;
}

/** Its key is none that was made from its link or words. */
function hasOwnId({ key, link }: Traits): boolean {
  return !key.startsWith('#') && (link === '' || !key.startsWith(plainAddress(link)));
}
