import type { FeedCounts } from './feed';

/** One article as listed. Its HTML is in a Body: 4 KB in the list row makes everything two to four times slower. */
export interface Entry {
  /** Ascending in the order of arrival. */
  id: number;
  feedId: number;
  /** Identity within the feed (utils/feed/identity.ts). */
  key: string;
  /** A second identity from link and title, for feeds whose ids change. */
  altKey: string;
  title: string;
  link: string;
  author: string;
  publishedAt: number | null;
  updatedAt: number | null;
  arrivedAt: number;
  /** min(published, arrived), fixed at arrival: a re-dated article neither moves nor comes back. */
  sortAt: number;
  /** Ask `isRead`: a feed's watermark may have read it already. */
  read: 0 | 1;
  /** The reader marked it unread then; wins over an older watermark. 0 = never. */
  unreadAt: number;
  /** When it was read (ms); absent in unread ones, and in those that arrived as read. */
  readAt?: number;
  starred: 0 | 1;
  /** Plain text, about 200 characters. */
  snippet: string;
  /** Lead image for the list; '' where there is none. */
  image: string;
  /** Hash of what the reader sees, to know an edited article. */
  contentHash: string;
  /** Ids of the reader's tags; absent where there are none. */
  tags?: readonly number[];
  /** A rule took it out of the lists. */
  hidden?: 1;
  /** A rule made it stand out. */
  highlight?: 1;
  /** Its publisher changed it after it had arrived. */
  edited?: 1;
  /** It brings something to listen to. */
  audio?: 1;
  /** What it has in common with its copies in other feeds; absent where there are none. */
  story?: number;
  /** The reader read it herself: no rule, and no mark-all, did. */
  readByHand?: 1;
}

export interface Enclosure {
  url: string;
  type: string;
  length: number | null;
  title: string;
  duration: number | null;
}

/** Whether it is something to hear; feeds without types are judged by the name of the file. */
export function isRecording({ type, url }: Pick<Enclosure, 'type' | 'url'>): boolean {
  return (
    type.startsWith('audio/') ||
    (type === '' && /\.(?:mp3|m4a|aac|ogg|opus|oga|flac|wav)(?:[?#]|$)/i.test(url))
  );
}

/** Whether an article brings something to hear: as an enclosure, or in its text. What is damaged brings nothing. */
export function hasSound({ enclosures, html }: Partial<Pick<Body, 'enclosures' | 'html'>>): boolean {
  return (enclosures?.some(isRecording) ?? false) || /<audio\b/i.test(html ?? '');
}

/** An entry's HTML as the feed sent it: raw, sanitized at every render, never before. */
export interface Body {
  entryId: number;
  html: string;
  /** The address that relative addresses in `html` resolve against. */
  base: string;
  language: string;
  categories: string[];
  enclosures: Enclosure[];
  comments: string;
  /** Which of its feed's addresses sent it, and when (ms); absent where that was not written down yet, and where no feed did. */
  sentBy?: string;
  sentAt?: number;
}

/** A body as it is read: with the text of the article's own page, where that was fetched. */
export interface WholeBody extends Body {
  /** When the page at `base` gave the text (ms); absent where the feed did. */
  pageAt?: number;
}

/** Whether the reader is done with it, by its own mark or by the feed's watermark. */
export function isRead(
  entry: Pick<Entry, 'id' | 'read' | 'unreadAt'>,
  counts: FeedCounts | undefined,
): boolean {
  if (entry.read === 1) return true;
  return counts !== undefined && entry.id <= counts.readUpTo && entry.unreadAt <= counts.readUpToAt;
}
