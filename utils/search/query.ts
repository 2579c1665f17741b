import { foldScript } from '../text/script-fold';
import { readDate } from './dates';
import { type Term, termOf } from './term';

export type NameFilter = { kind: 'feed' | 'folder' | 'tag'; term: Term; not: boolean };
export type StateFilter = { kind: 'unread' | 'starred' | 'edited' | 'audio' | 'hidden'; not: boolean };
/** after: published at `at` (ms) or later; before: earlier than that. */
export type TimeFilter = { kind: 'after' | 'before'; at: number };
export type Filter = NameFilter | StateFilter | TimeFilter;

/** What the reader typed, understood. All of it must hold. */
export interface Query {
  words: Term[];
  filters: Filter[];
  /** Parts that look like a filter and say nothing that is known: left out, and to be shown. */
  unclear: string[];
}

/** Filters by the names that a reader may type, folded. */
const names = {
  feed: ['feed', '订阅', '来源'],
  folder: ['folder', '文件夹', '资料夹'],
  tag: ['tag', '标签'],
  is: ['is', '是'],
  after: ['after', 'since', '晚于', '起'],
  before: ['before', 'until', '早于', '止'],
} satisfies Record<string, readonly string[]>;
const states: Record<StateFilter['kind'] | 'read', readonly string[]> = {
  unread: ['unread', '未读'],
  read: ['read', '已读'],
  starred: ['starred', 'star', '加星', '加星号', '已加星', '已加星号', '星标', '收藏'],
  edited: ['edited', '有改动', '改过'],
  audio: ['audio', '音频', '有音频', '音讯', '有音讯'],
  hidden: ['hidden', '隐藏'],
};

const fold = (text: string) => foldScript(text.normalize('NFKC').toLowerCase());

function named<Key extends string>(table: Record<Key, readonly string[]>, name: string): Key | undefined {
  return (Object.keys(table) as Key[]).find((key) => table[key].some((one) => foldScript(one) === name));
}

/** What begins and ends a phrase: as keyboards, input methods and copied text have them, in any pairing. */
const quote = '"“”„‟＂〝〞〟「」『』﹁﹂﹃﹄｢｣«»';
/**
 * One part: an optional minus, an optional filter's name, and a phrase in quotes (also one that is still open) or a word.
 * Who writes without spaces begins the next part right behind the quote that ended one.
 */
const part = new RegExp(
  `(?<=^|[\\s${quote}])(?<not>[-−－])?(?:(?<name>\\p{L}{1,10})[:：])?` +
    `(?:[${quote}](?<phrase>[^${quote}]*)(?<end>[${quote}]?)|(?<word>\\S*))`,
  'gu',
);

/**
 * Understands what a reader typed at `now` (ms), also while she types: words, phrases in quotes, `-` before what must not
 * be there, and filters `feed:` `folder:` `tag:` `is:unread|read|starred|edited|audio|hidden` `before:` `after:`. Never
 * fails: what is no known filter is words.
 */
export function parseQuery(text: string, now: number): Query {
  const query: Query = { words: [], filters: [], unclear: [] };
  for (const { 0: source, groups = {} } of text.matchAll(part)) {
    if (source === '') continue;
    const not = groups.not !== undefined;
    const key = named(names, fold(groups.name ?? ''));
    if (key === undefined) addWords(query, groups, not);
    else addFilter(query, key, groups, { not, source, now });
  }
  return query;
}

/** The query with another name in the filters that asked for just this feed, folder or tag; as it was where there is none. */
export function renameInQuery(text: string, kind: NameFilter['kind'], from: string, to: string): string {
  const [old, quoted] = [fold(from), `"${to.replaceAll(/["“”„「」『』]/g, ' ').trim()}"`];
  return text.replaceAll(part, (source: string, ...found) => {
    const { not = '', name = '', phrase, word }: Groups = found.at(-1);
    if (named(names, fold(name)) !== kind || fold(phrase ?? word ?? '') !== old) return source;
    return `${not}${name}:${/^[^\s"“”„「」『』]+$/.test(to) ? to : quoted}`;
  });
}

/** Words that are looked up in the index; what has all of these is compared with the others. */
const mostLookedUp = 32;

type Groups = Record<string, string | undefined>;

function addWords(query: Query, { name, phrase, end, word = '' }: Groups, not: boolean): void {
  const words = `${name === undefined ? '' : `${name} `}${phrase ?? word}`;
  const term = termOf(words, { whole: phrase !== undefined && end !== '', not });
  if (!term) return;
  const isLookedUp = query.words.length < mostLookedUp;
  query.words.push(isLookedUp ? term : { ...term, lookUps: [], compared: true });
}

interface Circumstances {
  not: boolean;
  source: string;
  now: number;
}

function addFilter(
  query: Query,
  key: keyof typeof names,
  groups: Groups,
  { not, source, now }: Circumstances,
): void {
  const value = groups.phrase ?? groups.word ?? '';
  // nothing has been typed behind the colon yet
  if (value === '') return;
  const filter = filterOf(key, value, not, now);
  if (filter) query.filters.push(filter);
  else query.unclear.push(source);
}

function filterOf(key: keyof typeof names, value: string, not: boolean, now: number): Filter | null {
  if (key === 'feed' || key === 'folder' || key === 'tag') {
    const term = termOf(value, { whole: false, not: false });
    return term && { kind: key, term, not };
  }
  if (key === 'is') {
    const state = named(states, fold(value));
    if (state === undefined) return null;
    return state === 'read' ? { kind: 'unread', not: !not } : { kind: state, not };
  }
  const span = readDate(fold(value), now);
  if (!span) return null;
  const isAfter = (key === 'after') !== not;
  return { kind: isAfter ? 'after' : 'before', at: span[0] };
}
