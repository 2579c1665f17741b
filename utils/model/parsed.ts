/** What a feed document said, before anything of it is stored. Missing values are '' or null, never undefined. */

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json' | 'cdf';

export interface ParsedEnclosure {
  url: string;
  /** Media type as given, lower case; '' where unknown. */
  type: string;
  /** Bytes; null where unknown or not a number. */
  length: number | null;
  title: string;
  /** Seconds. */
  duration: number | null;
}

export interface ParsedEntry {
  /** As the feed gave it, or ''. Identity is computed by `utils/feed/identity.ts`. */
  id: string;
  /** Plain text. */
  title: string;
  titleType: 'text' | 'html';
  link: string;
  /** Milliseconds since the epoch; not clamped to the present. */
  published: number | null;
  updated: number | null;
  summary: string;
  /** HTML; plain text of Atom's type=text arrives escaped. */
  content: string;
  /** The address that relative addresses in `content` resolve against. */
  base: string;
  author: string;
  categories: string[];
  enclosures: ParsedEnclosure[];
  thumbnail: string;
  comments: string;
  language: string;
}

export interface ParsedFeed {
  format: FeedFormat;
  version: string;
  title: string;
  /** The site, not the feed. */
  link: string;
  description: string;
  language: string;
  icon: string;
  image: string;
  id: string;
  updated: number | null;
  author: string;
  ttlMinutes: number | null;
  /** Hours 0-23 in GMT. */
  skipHours: number[];
  /** 0 = Sunday. */
  skipDays: number[];
  /** From sy:updatePeriod and sy:updateFrequency. */
  updatePeriodMinutes: number | null;
  selfLink: string;
  hubs: string[];
  /** RFC 5005 */
  nextPage: string;
  encoding: string;
  /** The document was cut off, or was over a limit: the entries are complete, their number may not be. */
  truncated: boolean;
  entries: ParsedEntry[];
}
