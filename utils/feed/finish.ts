import type { ParsedEntry, ParsedFeed } from '../model/parsed';
import { htmlToText } from '../text/html-text';
import type { Draft } from './draft';
import { absoluteUrl } from './urls';

/** An entry when all of it has been read. RSS has one element for summary and content, so what it says is both. */
export function finishEntry({ value: entry, duration }: Draft, format: ParsedFeed['format']): ParsedEntry {
  if (entry.content === '' && format !== 'atom') entry.content = entry.summary;
  const file = entry.enclosures.find(({ type }) => !type.startsWith('image/'));
  if (file) file.duration ??= duration;
  return entry;
}

/** Takes over into a feed what its elements said as they would of an entry. */
export function finishFeed(feed: ParsedFeed, { value, frequency }: Draft): ParsedFeed {
  const { title, link, language, author, updated, published } = value;
  Object.assign(feed, { title, link, language, author });
  feed.id = value.id.startsWith('/') ? absoluteUrl(value.id, value.base) : value.id;
  feed.updated = updated ?? published;
  feed.description = htmlToText(value.summary);
  feed.image ||= value.thumbnail;
  if (feed.updatePeriodMinutes) feed.updatePeriodMinutes = Math.ceil(feed.updatePeriodMinutes / frequency);
  return feed;
}
