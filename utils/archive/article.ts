import type { Body, Entry, WholeBody } from '../model/entry';
import type { Feed } from '../model/feed';
import { feedName, privateHosts } from '../model/feed';

/** An article with all that its exports tell of it. */
export interface ArchiveArticle {
  /** For an identity where there is no address. */
  key: string;
  title: string;
  link: string;
  author: string;
  /** Milliseconds since the epoch; null where unknown. */
  published: number | null;
  updated: number | null;
  /** When its text came from the feed. */
  fetched: number;
  /** Which of the feed's addresses sent it; '' where unknown, and where none did. */
  sentBy: string;
  /** The page that gave its text in place of the feed, and when (ms). */
  page: { address: string; at: number } | null;
  feedName: string;
  language: string;
  image: string;
  html: string;
  /** What relative addresses in `html` resolve against. */
  base: string;
  /** `host:port` of its feed's addresses in the reader's own network. */
  privateHosts: string[];
  categories: string[];
  enclosures: Body['enclosures'];
}

/** An article as its exports see it. */
export function articleOf(
  entry: Entry,
  body: WholeBody | undefined,
  feed: Feed | undefined,
  tagNames: ReadonlyMap<number, string> = new Map(),
): ArchiveArticle {
  return {
    key: `${entry.feedId} ${entry.key}`,
    title: entry.title,
    link: entry.link,
    author: entry.author,
    published: entry.publishedAt,
    updated: entry.updatedAt,
    fetched: body?.sentAt ?? entry.arrivedAt,
    sentBy: body?.sentBy ?? '',
    page: body?.pageAt === undefined ? null : { address: body.base, at: body.pageAt },
    feedName: feed ? feedName(feed) : '',
    language: body?.language || (feed?.language ?? ''),
    image: entry.image,
    html: body?.html ?? '',
    base: body?.base ?? '',
    privateHosts: feed ? privateHosts(feed) : [],
    categories: [
      ...new Set([
        ...(entry.tags ?? []).flatMap((id) => tagNames.get(id) ?? []),
        ...(body?.categories ?? []),
      ]),
    ],
    enclosures: body?.enclosures ?? [],
  };
}
