import type { ArchiveArticle } from './article';
import type { ArchiveRecord } from './record';

/** An article as a record. Its time is what the publisher said, not when it came to us. */
export function recordOf({ published, title, link, html }: ArchiveArticle): ArchiveRecord {
  return { time: published, title, link, html };
}
