import type { Recording } from '../../utils/listening/queue';
import { type Body, type Entry, isRecording } from '../../utils/model/entry';
import { readWebUrl } from '../../utils/text/address-url';

/** The article that recordings came with; without an id where its feed is not subscribed. */
export type Owner = Pick<Entry, 'feedId' | 'title'> & { id: number | null; key?: string };

/** What a recording says of its article. */
export function ofArticle({ id, feedId, title, key }: Owner): Omit<Recording, 'address' | 'length'> {
  return { entryId: id, feedId, title, ...(id !== null && key !== undefined && { key }) };
}

/** What came with an article to be heard. `entry` has no id where its feed is not subscribed. */
export function recordingsOf({ enclosures }: Pick<Body, 'enclosures'>, owner: Owner): Recording[] {
  return enclosures
    .filter((one) => isRecording(one) && readWebUrl(one.url) !== null)
    .map(({ url, duration }) => ({ address: url, length: duration, ...ofArticle(owner) }));
}
