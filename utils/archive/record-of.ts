import type { Body, Entry } from '../model/entry';
import type { ArchiveRecord } from './record';

/** An article as a record. Its time is what the publisher said, not when it came to us. */
export function recordOf(
  { publishedAt, title, link }: Pick<Entry, 'publishedAt' | 'title' | 'link'>,
  body: Pick<Body, 'html'> | undefined,
): ArchiveRecord {
  return { time: publishedAt, title, link, html: body?.html ?? '' };
}
