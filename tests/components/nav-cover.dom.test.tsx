import './extension-stand-in';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/list.css';
import '../../components/reader/reader.css';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { navOpen } from '../../components/reader/place';
import { Reader } from '../../components/reader/reader';
import { loadFeeds } from '../../components/shared/feeds-state';
import { addFeeds } from '../../utils/db/feeds';
import { newFeed } from '../db/support';
import { emptyStage, until } from './stage';

const host = emptyStage();
afterEach(() => {
  navOpen.value = false;
});

const at = (selector: string) => document.activeElement?.closest(selector) !== null;
const toggle = () => until(() => host.querySelector<HTMLElement>('.nav-toggle button'));

test('subscriptions that lie over the list take the keyboard, let it nowhere else, and give it back', async () => {
  await page.viewport(700, 700);
  await addFeeds([newFeed('a', {})]);
  await loadFeeds();
  render(<Reader />, host);
  (await toggle()).focus();
  (await toggle()).click();
  await until(() => at('.nav-close'));
  expect(host.querySelector('[role=dialog][aria-modal=true]')?.getAttribute('aria-label')).toBe(
    'Subscriptions',
  );
  const list = host.querySelector<HTMLElement>('.list-pane');
  (await toggle()).focus();
  expect(at('.nav-close')).toBe(true);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await until(() => at('.nav-toggle'));

  (await toggle()).click();
  await until(() => at('.nav-close'));
  // a press beside them reaches what the other panes stand in
  host.querySelector<HTMLElement>('.panes')?.click();
  await until(() => at('.nav-toggle'));
  expect(list?.closest('[inert]')).toBeNull();
  expect(host.querySelector('.nav-pane')?.getAttribute('role')).toBe('navigation');
});

test('in a wide window nothing is covered', async () => {
  await page.viewport(1200, 700);
  await addFeeds([newFeed('a', {})]);
  await loadFeeds();
  navOpen.value = true;
  render(<Reader />, host);
  await until(() => host.querySelector('.list-pane'));
  await expect.poll(() => host.querySelector('[inert]')).toBeNull();
});
