/** How long articles are kept that have been read. Unread and starred ones, and what a feed still lists, always are. */
export interface Retention {
  /** Days after reading until the text goes; null keeps it. */
  bodyDays: number | null;
  /** Days after reading until the article goes; null keeps it. */
  rowDays: number | null;
  /** So many articles of a feed are kept whatever their age. */
  keptRows: number;
}

export const defaultRetention: Retention = { bodyDays: 30, rowDays: 90, keptRows: 500 };
