import { type Draft, offer } from './draft';
import { parseCount, parseDuration } from './duration';
import type { FeedElement } from './element';
import { MAX_LISTED } from './limits';

export function addCategory(draft: Draft, name: string): void {
  const { categories } = draft.value;
  if (name !== '' && categories.length < MAX_LISTED && !categories.includes(name)) {
    // To push would make room for 17.
    draft.value.categories = categories.concat(name);
  }
}

/** Adds the file at `url`, of which `element` gives the attributes, unless it is there already. */
export function addEnclosure(draft: Draft, url: string, element: FeedElement): void {
  const { enclosures } = draft.value;
  const isKnown = enclosures.some((enclosure) => enclosure.url === url);
  if (url === '' || isKnown || enclosures.length >= MAX_LISTED) return;
  const type = element.attribute('type').toLowerCase();
  enclosures.push({
    url,
    type,
    length: parseCount(element.attribute('length') || element.attribute('filesize')),
    title: element.attribute('title'),
    duration: parseDuration(element.attribute('duration')),
  });
  if (type.startsWith('image/')) offer(draft, 'thumbnail', 2, url);
}

/** Media RSS: an image shows the entry, anything else is a file of it. Flash players are neither. */
export function addMedia(draft: Draft, element: FeedElement): void {
  const url = element.url('url');
  const kind = element.attribute('medium') || element.attribute('type');
  if (/image/i.test(kind) || (kind === '' && /\.(jpe?g|png|gif|webp)(\?|$)/i.test(url))) {
    offer(draft, 'thumbnail', 4, url);
  } else if (!kind.includes('shockwave')) addEnclosure(draft, url, element);
}
