import { t } from '../../utils/browser/text';
import type { Front, FrontRow } from '../../utils/model/front';
import { element } from '../shared/element';
import { iconButton, rowOf } from '../shared/front-parts';
import { countWords } from '../shared/locale';
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
function rowsInSight(rows: readonly FrontRow[]): FrontRow[] {
  let height = 0;
  return rows.filter(({ entry }) => {
    const isSeen = height < listHeight;
    height += rowHeights[wordsBelow(entry) ? 0 : 1];
    return isSeen;
  });
}

/** The popup as it opens, element for element, before what answers is there: the popup takes these elements over. */
export function frontPage({ rows, unread }: Front): HTMLElement {
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
