import type { ParsedEnclosure } from '../model/parsed';
import { type Draft, offer } from './draft';
import { parseCount, parseDuration } from './duration';
import type { FeedElement } from './element';
import { MAX_LISTED } from './limits';

export function addCategory(draft: Draft, name: string): void {
  const { categories } = draft.value;
  if (name !== '' && categories.length < MAX_LISTED && !categories.includes(name)) categories.push(name);
}

/** Adds the file at `url`, of which `element` gives the attributes. A later mention of it fills what the first lacks. */
export function addEnclosure(draft: Draft, url: string, element: FeedElement): void {
  if (url === '') return;
  const found: ParsedEnclosure = {
    url,
    type: element.attribute('type').toLowerCase(),
    length: parseCount(element.attribute('length') || element.attribute('filesize')),
    title: element.attribute('title'),
    duration: parseDuration(element.attribute('duration')),
  };
  addFound(draft, found);
  if (found.type.startsWith('image/')) offer(draft, 'thumbnail', 2, url);
}

/** Adds an enclosure, or what is new in it where its address is there already. */
export function addFound(draft: Draft, found: ParsedEnclosure): void {
  const { enclosures } = draft.value;
  const known = enclosures.find((enclosure) => enclosure.url === found.url);
  if (known === undefined) {
    if (enclosures.length < MAX_LISTED) enclosures.push(found);
    return;
  }
  known.type ||= found.type;
  known.length ??= found.length;
  known.title ||= found.title;
  known.duration ??= found.duration;
}

/** Media RSS: an image shows the entry, anything else is a file of it. Flash players are neither. */
export function addMedia(draft: Draft, element: FeedElement): void {
  const url = element.url('url');
  const type = element.attribute('type').toLowerCase();
  const isImage =
    element.attribute('medium') === 'image' ||
    type.startsWith('image/') ||
    (type === '' && /\.(jpe?g|png|gif|webp|avif)(\?|$)/i.test(url));
  if (isImage) offer(draft, 'thumbnail', 4, url);
  else if (!type.includes('shockwave')) addEnclosure(draft, url, element);
}
