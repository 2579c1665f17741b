import type { Entry } from './entry';
import type { FeedFace } from './feed-face';

/** An article as a list shows it, with what its row says of its feed. */
export interface FrontRow {
  entry: Entry;
  face: FeedFace;
  /** Where its title leads. */
  href: string;
}

/** The top of the list that the popup opens with: kept at hand, so that its first frame need not ask the database. */
export interface Front {
  rows: readonly FrontRow[];
  /** Unread articles of all feeds. */
  unread: number;
}
