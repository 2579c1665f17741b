import type { ParsedEntry, ParsedFeed } from '../../utils/model/parsed';
import { htmlToText } from '../../utils/text/html-text';

/** How a value of ours is held against one of feedparser's. */
export type Check = (wanted: unknown) => boolean;

const equals =
  (ours: unknown): Check =>
  (wanted) =>
    ours === wanted || (wanted === null && (ours === '' || ours === undefined));

/** feedparser gives a title as HTML where it was HTML, we give its text. */
const saysTitle =
  (ours: string): Check =>
  (wanted) =>
    typeof wanted === 'string' && (ours === wanted || ours === htmlToText(wanted));

/** feedparser sanitizes and rewrites HTML, and gives plain text as such; we give HTML. What is read is the same. */
const saysHtml =
  (ours: string): Check =>
  (wanted) =>
    typeof wanted === 'string' &&
    (ours === wanted || htmlToText(ours) === wanted.trim() || htmlToText(ours) === htmlToText(wanted));

const includes =
  (ours: readonly string[] | string): Check =>
  (wanted) =>
    typeof wanted === 'string' && ours.includes(wanted);

type Row<T> = [path: RegExp, check: (of: T, index: number) => Check];

const FEED: Row<ParsedFeed>[] = [
  [/^title(_detail\.value)?$/, (feed) => saysTitle(feed.title)],
  [/^(subtitle|tagline|description|info)(_detail\.value)?$/, (feed) => saysTitle(feed.description)],
  [/^link$/, (feed) => equals(feed.link)],
  [/^language$/, (feed) => equals(feed.language)],
  [/^(id|guid)$/, (feed) => equals(feed.id)],
  [/^icon$/, (feed) => equals(feed.icon)],
  [/^(logo|image\.(href|url))$/, (feed) => equals(feed.image)],
  [/^ttl$/, (feed) => (wanted) => String(feed.ttlMinutes) === String(wanted)],
  [/^(author$|authors\.\d\.(name|email)|author_detail\.(name|email))/, (feed) => includes(feed.author)],
  [/^(updated|published|modified|date)_parsed$/, (feed) => equals(feed.updated)],
];

const ENTRY: Row<ParsedEntry>[] = [
  [/^title(_detail\.value)?$/, (entry) => saysTitle(entry.title)],
  [/^(summary|description|subtitle)(_detail\.value)?$/, (entry) => saysHtml(entry.summary || entry.content)],
  [/^content\.0\.value$/, (entry) => saysHtml(entry.content)],
  [/^content\.0\.language$/, (entry) => equals(entry.language)],
  [/^(content\.0|summary_detail)\.base$/, (entry) => equals(entry.base)],
  [/^language$/, (entry) => equals(entry.language)],
  [/^link$/, (entry) => equals(entry.link)],
  [/^(id|guid)$/, (entry) => equals(entry.id)],
  [/^(author$|authors\.\d\.(name|email)|author_detail\.(name|email))/, (entry) => includes(entry.author)],
  [/^(published|created)_parsed$/, (entry) => equals(entry.published)],
  [/^updated_parsed$/, (entry) => equals(entry.updated)],
  [/^(category|tags\.\d\.term)$/, (entry) => includes(entry.categories)],
  [/^enclosures\.\d\.(url|href)$/, (entry, at) => equals(entry.enclosures[at]?.url)],
  [/^enclosures\.\d\.type$/, (entry, at) => equals(entry.enclosures[at]?.type)],
  [/^enclosures\.\d\.length$/, (entry, at) => (wanted) => String(entry.enclosures[at]?.length) === wanted],
  [/^(media_thumbnail\.0\.url|image\.href)$/, (entry) => equals(entry.thumbnail)],
  [/^comments$/, (entry) => equals(entry.comments)],
];

/** The check for a value that feedparser calls `path`; null where we keep no such field. */
export function checkFor(feed: ParsedFeed | null, path: string): Check | null {
  const [first = '', index = '', ...rest] = path.split('.');
  if (first === 'feed') return find(FEED, feed, path.slice(5));
  if (first !== 'entries') return null;
  return find(ENTRY, feed?.entries[Number(index)] ?? null, rest.join('.'));
}

function find<T>(rows: Row<T>[], of: T | null, path: string): Check | null {
  const row = rows.find(([pattern]) => pattern.test(path));
  if (!row) return null;
  const index = Number(/\.(\d)\./.exec(path)?.[1] ?? 0);
  return of === null ? () => false : row[1](of, index);
}
