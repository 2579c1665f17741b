import type { Recording } from '../../utils/listening/queue';
import { type Body, type Entry, isRecording } from '../../utils/model/entry';
import { readWebUrl } from '../../utils/text/address-url';

/** The article that recordings came with; without an id where its feed is not subscribed. */
export type Owner = Pick<Entry, 'feedId' | 'title'> & { id: number | null };

/** What came with an article to be heard. `entry` has no id where its feed is not subscribed. */
export function recordingsOf(
  { enclosures }: Pick<Body, 'enclosures'>,
  { id, feedId, title }: Owner,
): Recording[] {
  return enclosures
    .filter((one) => isRecording(one) && readWebUrl(one.url) !== null)
    .map(({ url, duration }) => ({ address: url, entryId: id, feedId, title, length: duration }));
}
