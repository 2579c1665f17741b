import { t } from '../../utils/browser/text';
import { element } from '../shared/element';
import { iconButton, rowOf, type ShownRow } from '../shared/front-parts';
import { countWords, uiLanguage } from '../shared/locale';
import { wordsBelow } from '../shared/row-words';

function header(unread: number): HTMLElement {
  return element(
    'header',
    { class: 'bar' },
    element('h1', { class: 'brand', lang: 'en' }, t('extensionName')),
    ...(unread > 0 ? [element('span', { class: 'unread-count' }, countWords('unreadCount', unread))] : []),
    element('span', { class: 'space' }),
    iconButton('search', t('search'), '/'),
    iconButton('refresh', t('refresh'), 'r'),
    iconButton('plus', t('subscribeToSite')),
    iconButton('expand', t('openReader')),
    iconButton('settings', t('openSettings')),
    element('div', { class: 'progress-line' }),
  );
}

/** What a popup of 600 px has for its list, and the least that a row takes, with words below its title and without. */
const listHeight = 501;
const rowHeights = [85, 64] as const;

/** The rows that can be seen: what is below them comes when the popup takes over, and moves nothing. */
function rowsInSight(rows: readonly ShownRow[]): ShownRow[] {
  let height = 0;
  return rows.filter(({ entry }) => {
    const isSeen = height < listHeight;
    height += rowHeights[wordsBelow(entry) ? 0 : 1];
    return isSeen;
  });
}

/** The popup as it opens, element for element, before what answers is there: the popup takes these elements over. */
export function frontPage({ rows, unread }: { rows: readonly ShownRow[]; unread: number }): HTMLElement {
  const now = Date.now();
  const page = element(
    'div',
    { class: 'page', role: 'none', 'data-page': 0 },
    ...rowsInSight(rows).map((row, index) => rowOf(row, index + 1, now)),
  );
  const named = { class: 'list', role: 'feed', 'aria-label': t('unreadArticles'), 'aria-busy': 'true' };
  const scroller = element('div', { class: 'list-scroller' }, element('div', named, page));
  return element(
    'div',
    { class: 'page-list' },
    header(unread),
    element('main', { class: 'list-area' }, scroller),
    element('footer', { class: 'foot' }, element('span', { class: 'status' })),
  );
}

/** Long enough ago for words of its own. */
const sampleAgeMs = 90 * 60_000;

/** The same page with one row that nobody sees and that is no article: what is new to the browser in drawing it is not new twice. */
export function samplePage(): HTMLElement {
  const words = t('unreadArticles');
  const entry = { id: 0, title: words, snippet: t('search'), starred: 0, image: '' } as const;
  const face = { name: words, language: uiLanguage(), images: null };
  const row = { entry: { ...entry, sortAt: Date.now() - sampleAgeMs }, face, href: '#' };
  const page = frontPage({ rows: [row], unread: 1 });
  for (const sample of page.querySelectorAll('article')) delete sample.dataset.entryId;
  page.style.visibility = 'hidden';
  return page;
}
