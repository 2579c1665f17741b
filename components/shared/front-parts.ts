import { textLanguage } from '../../utils/article/language';
import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import type { FeedFace } from '../../utils/model/feed-face';
import { drawing, element } from './element';
import { hueOf, initialOf } from './feed-letter';
import { frontIcons } from './front-icons';
import { uiLanguage } from './locale';
import { wordsBelow } from './row-words';
import { relativeTime } from './time-words';

/*
 * What `icon.tsx`, `icon-button.tsx`, `feed-mark.tsx` and `row-view.tsx` draw, without Preact: an eighth of the script. Where they
 * draw something else, a test finds the difference.
 */

/** What is shown of an article, of its feed, and where its title leads. */
export interface ShownRow {
  entry: Pick<Entry, 'id' | 'sortAt' | 'title' | 'snippet' | 'starred' | 'highlight' | 'image'>;
  face: Pick<FeedFace, 'name' | 'language' | 'images'>;
  href: string;
}

export type FrontIcon = keyof typeof frontIcons;

function icon(name: FrontIcon): SVGElement {
  const seen = { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' };
  return drawing('svg', seen, drawing('path', { d: frontIcons[name] }));
}

/** A button of one icon, which nobody answers yet. */
export function iconButton(name: FrontIcon, label: string, shortcut: string | null = null): HTMLElement {
  const title = shortcut ? `${label} (${shortcut})` : label;
  const seen = { type: 'button', class: 'icon-button', 'aria-label': label, title };
  return element('button', { ...seen, 'aria-keyshortcuts': shortcut }, icon(name));
}

function feedMark(name: string): HTMLElement {
  const mark = element('span', { class: 'feed-mark', 'aria-hidden': 'true' }, initialOf(name));
  mark.style.setProperty('--hue', `${hueOf(name)}`);
  return mark;
}

function meta({ entry, face }: ShownRow, now: number): HTMLElement {
  const lang = uiLanguage();
  const pressed = `${entry.starred === 1}`;
  const star = { type: 'button', class: 'row-star', 'data-star': 'true', tabindex: -1 };
  // the exact time is for who waits over it: making its format takes as long as all rows
  const time = { datetime: new Date(entry.sortAt).toISOString(), lang };
  return element(
    'div',
    { class: 'meta' },
    feedMark(face.name),
    element('span', { class: 'feed-name', dir: 'auto' }, face.name),
    element('span', { 'aria-hidden': 'true', lang }, '·'),
    element('time', time, relativeTime(entry.sortAt, now, lang)),
    element('button', { ...star, 'aria-label': t('star'), 'aria-pressed': pressed }, icon('star')),
  );
}

function title({ entry, href }: ShownRow): HTMLElement {
  const link = element('a', { tabindex: -1, href }, entry.title || t('untitled'));
  return element('h2', { id: `title-${entry.id}`, dir: 'auto' }, link);
}

/** An article as the list shows it, the first at place 1; none of the list that a first frame shows is read. */
export function rowOf(row: ShownRow, place: number, now: number): HTMLElement {
  const { entry, face } = row;
  const { id } = entry;
  const at = { 'aria-posinset': place, 'aria-setsize': -1, tabindex: place === 1 ? 0 : -1 };
  const words = { 'aria-labelledby': `title-${id}`, 'aria-describedby': `state-${id}` };
  const lang = textLanguage(entry.title, face.language);
  const below = wordsBelow(entry);
  return element(
    'article',
    {
      class: entry.highlight ? 'row unread highlight' : 'row unread',
      'data-entry-id': id,
      ...words,
      ...at,
      lang,
    },
    meta(row, now),
    title(row),
    element('span', { id: `state-${id}`, class: 'visually-hidden' }, t('unreadMark')),
    ...(below ? [element('p', { dir: 'auto' }, below)] : []),
    ...(entry.image && face.images === 'always' ? [element('span', { class: 'thumb' })] : []),
  );
}
