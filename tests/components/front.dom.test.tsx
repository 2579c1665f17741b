import './extension-stand-in';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/list.css';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPopup } from '../../components/popup/popup-app';
import { drawFront, showFront } from '../../components/popup/show-front';
import { giveInputBack, holdInput } from '../../components/shared/held-input';
import { isFront } from '../../components/shared/list-state';
import { route, visit } from '../../components/shared/route';
import { makeFront } from '../../utils/actions/make-front';
import { commitCheck } from '../../utils/db/commit-check';
import { markRead } from '../../utils/db/mark';
import type { Front } from '../../utils/model/front';
import { defaultSettings } from '../../utils/model/settings';
import { addFeed, freshDatabase, newEntry } from '../db/support';
import { kept } from './extension-stand-in';
import { until } from './stage';

let front: Front;

beforeEach(async () => {
  await freshDatabase();
  const feedId = await addFeed('Morning Post', { language: 'en' });
  // far from the full minute: both clocks say the same
  const newest = Date.now() - 30.5 * 60_000;
  const added = Array.from({ length: 20 }, (_, i) =>
    newEntry(`k${i}`, { sortAt: newest - i * 3_600_000, title: `Title ${i}`, snippet: 'Its beginning' }),
  );
  await commitCheck({ feedId, patch: {}, added });
  const made = await makeFront(defaultSettings);
  if (!made) throw new Error('No front');
  front = made;
});
afterEach(() => {
  giveInputBack();
  render(null, document.body);
  // a page starts once: the next one has a body of its own
  document.body.replaceWith(document.createElement('body'));
  visit({ scope: { kind: 'unread' }, entryId: null });
});

const rows = () => [...document.querySelectorAll<HTMLElement>('article[data-entry-id]')];
const button = (name: string) =>
  [...document.querySelectorAll<HTMLElement>('button')].find(({ ariaLabel }) => ariaLabel === name);

/** All of a row but its exact time, which the popup adds. */
const markup = (row: HTMLElement) => row.outerHTML.replace(/(<time [^>]*?) title="[^"]*"/, '$1');

test('the popup takes over every element of the first frame, and changes nothing in its rows', async () => {
  drawFront(front);
  const drawn = rows();
  const written = drawn.map(markup);
  const [header, refresh] = [document.querySelector('header'), button('Refresh')];
  // as many as are in sight
  expect(drawn).toHaveLength(6);
  expect(document.querySelector('.unread-count')?.textContent).toBe('20 unread');
  startPopup(front);
  expect(rows()).toHaveLength(8);
  expect(drawn.map((row, at) => row === rows()[at])).toEqual(drawn.map(() => true));
  expect(drawn.map(markup)).toEqual(written);
  await until(() => !isFront.value && rows().length === 20);
  expect(drawn.every((row, at) => row === rows()[at])).toBe(true);
  expect(document.querySelector('header') === header && button('Refresh') === refresh).toBe(true);
  expect(document.querySelectorAll('header, footer, main')).toHaveLength(3);
  expect(rows()[0]?.getAttribute('aria-setsize')).toBe('20');
});

test('nothing is left of what was drawn for practice', async () => {
  kept.delete('front');
  expect(await showFront()).toBe(null);
  expect(document.body.childElementCount).toBe(0);
  kept.set('front', front);
  expect((await showFront())?.rows).toHaveLength(8);
  expect(document.querySelectorAll('article')).toHaveLength(6);
  expect(rows()).toHaveLength(6);
});

test('what the database knows better is shown as soon as it is read', async () => {
  drawFront(front);
  const [first, second] = front.rows.map(({ entry }) => entry.id);
  await markRead([first ?? 0], true, Date.now());
  startPopup(front);
  await until(() => !isFront.value);
  await until(() => rows()[0]?.dataset.entryId === `${second}`);
  expect(rows().some((row) => row.dataset.entryId === `${first}`)).toBe(false);
});

test('a key pressed before anything could answer is answered', async () => {
  holdInput();
  drawFront(front);
  for (const key of ['n', 'n'])
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  startPopup(front);
  await until(() => rows()[1]?.getAttribute('aria-current') === 'true');
});

test('so is a click, which till then follows no link; what the browser listens to goes its way', async () => {
  holdInput();
  drawFront(front);
  const press = (key: string, more = {}) =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
  expect([press('Tab'), press('f', { ctrlKey: true }), press('j')]).toEqual([true, true, false]);
  const link = rows()[2]?.querySelector('a');
  expect(link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))).toBe(false);
  startPopup(front);
  await until(() => route.value.entryId === front.rows[2]?.entry.id);
});
