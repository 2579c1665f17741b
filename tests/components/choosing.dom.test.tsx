import { answers, sent } from './extension-stand-in';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/list.css';
import '../../components/shared/panels.css';
import '../../components/reader/reader.css';
import '../../components/reader/choosing.css';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Reader } from '../../components/reader/reader';
import { choose, chosen } from '../../components/shared/chosen';
import { openList, pages, setFilter } from '../../components/shared/list-state';
import { visit } from '../../components/shared/route';
import { toasts } from '../../components/shared/toasts';
import { commitCheck } from '../../utils/db/commit-check';
import { addFeed, freshDatabase, newEntry } from '../db/support';
import { until } from './stage';

const total = 120;
let host: HTMLElement;
/** Colours on their way from one to the other have no contrast to speak of. */
const still = document.createElement('style');
still.textContent = '* { transition: none !important }';

beforeEach(async () => {
  await freshDatabase();
  sent.length = 0;
  answers.clear();
  visit({ scope: { kind: 'all' }, entryId: null });
  choose(null);
  host = document.createElement('div');
  host.style.cssText = 'block-size: 700px; display: flex; flex-direction: column';
  document.body.append(host, still);
  const feedId = await addFeed('a');
  const added = Array.from({ length: total }, (_, i) =>
    newEntry(`k${i}`, { sortAt: 1_000_000 - i, title: `Title ${i}`, link: `https://a.example/${i}` }),
  );
  await commitCheck({ feedId, patch: {}, added });
  await openList();
  render(<Reader />, host);
  await until(() => row(0));
  // listeners are there after the first paint
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
});
afterEach(() => {
  render(null, host);
  host.remove();
  still.remove();
});

const idAt = (at: number) => pages.value.flat()[at]?.id ?? -1;
const row = (at: number) => host.querySelector<HTMLElement>(`[data-entry-id="${idAt(at)}"]`);
const part = (at: number, selector: string) => row(at)?.querySelector<HTMLElement>(selector);
const button = (name: string) =>
  [...host.querySelectorAll<HTMLElement>('button')].find(
    (one) => (one.ariaLabel ?? one.textContent?.trim()) === name,
  );

function click(element: HTMLElement | null | undefined, keys: MouseEventInit = {}): boolean {
  if (!element) throw new Error('Nothing to click on');
  return element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...keys }));
}

const press = (key: string) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const counts = (words: string) => until(() => host.querySelector('h1')?.textContent === words);

/** Without what follows another page's address: the test must not leave its own. */
const onLink = (event: Event) => event.preventDefault();

test('a click with Ctrl chooses, one with Shift all up to there, and a link stays a link', async () => {
  window.addEventListener('click', onLink, { once: true });
  click(part(3, 'a'), { ctrlKey: true });
  expect(chosen.value).toBeNull();
  click(part(2, '.meta'), { ctrlKey: true });
  await counts('1 selected');
  expect(part(2, '.row-choice')?.ariaPressed).toBe('true');
  click(part(6, 'a'), { shiftKey: true });
  await counts('5 selected');
  click(part(4, 'h2'));
  await counts('4 selected');
  expect([...(chosen.value ?? [])].sort()).toEqual([2, 3, 5, 6].map(idAt).sort());
  click(part(5, '[data-star]'));
  expect(sent.map(({ name }) => name)).toEqual(['star']);
  expect(chosen.value?.size).toBe(4);
  press('Escape');
  await until(() => row(0) && !part(0, '.row-choice'));
  expect(chosen.value).toBeNull();
});

test('keys choose; all means all, also what is not read yet; marks can be taken back', async () => {
  press('n');
  await until(() => row(0)?.ariaCurrent === 'true');
  press('x');
  await counts('1 selected');
  expect(chosen.value?.has(idAt(0))).toBe(true);
  press('X');
  await counts('120 selected');
  expect(pages.value.flat().length).toBeLessThan(total);
  click(part(1, '.row-choice'));
  await counts('119 selected');
  press('m');
  await until(() => toasts.value[0]?.text === '119 articles marked as read.');
  expect(sent).toMatchObject([{ name: 'markRead', input: { read: true } }]);
  const { entryIds } = (sent[0]?.input ?? {}) as { entryIds: number[] };
  expect(entryIds).toHaveLength(119);
  expect(entryIds).not.toContain(idAt(1));
  toasts.value[0]?.action?.run();
  await until(() => sent.length === 2);
  expect(sent[1]).toEqual({ name: 'markRead', input: { entryIds, read: false } });
});

test('tags go onto all chosen, and off those again that had none', async () => {
  choose([idAt(0), idAt(1)]);
  answers.set('tagEntries', { changed: 2, tagIds: [7] });
  press('t');
  await until(() => button('Tags of the selected'));
  press('t');
  const field = await until(() => host.querySelector<HTMLInputElement>('.chosen-tags .tag-field'));
  field.value = 'later';
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  await until(() => toasts.value[0]?.text === 'Tag added to 2 articles.');
  const entryIds = [idAt(0), idAt(1)];
  expect(sent).toEqual([{ name: 'tagEntries', input: { entryIds, add: ['later'] } }]);
  toasts.value[0]?.action?.run();
  await until(() => sent.length === 2);
  expect(sent[1]).toEqual({ name: 'tagEntries', input: { entryIds, remove: [7] } });
});

test('another list, or another filter of it, begins without any', async () => {
  choose([idAt(0)]);
  setFilter('all');
  expect(chosen.value).toBeNull();
  choose([idAt(0)]);
  visit({ scope: { kind: 'unread' }, entryId: null });
  expect(chosen.value).toBeNull();
});

test('a list, or what is chosen of it, is asked for as a file; nothing is wrong with it for anyone', async () => {
  const menu = await until(() => button('More for this list'));
  click(menu);
  const item = await until(() => button('Export this list…'));
  click(item);
  const dialog = await until(() => host.querySelector<HTMLElement>('dialog[open]'));
  await until(
    () =>
      dialog.innerText.includes('All articles · 120 articles') || dialog.innerText.includes('120 articles'),
  );
  const { violations } = await axe.run(host, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  click(button('Cancel'));
  choose([idAt(4), idAt(2)]);
  click(await until(() => button('Export articles')));
  await until(() => host.querySelector<HTMLElement>('dialog[open]')?.innerText.includes('2 articles'));
  const again = await axe.run(host, { rules: { region: { enabled: false } } });
  expect(again.violations.map(({ id }) => id)).toEqual([]);
});

/** What the page hands to the browser's downloads, in the place of which it is given back. */
function nextDownload(): Promise<{ name: string; text: string }> {
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  const { click: follow } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (blob: Blob) => {
    const url = createObjectURL.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  return new Promise((done) => {
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = follow;
      void blobs
        .get(this.href)
        ?.text()
        .then((text) => done({ name: this.download, text }));
    };
  });
}

async function exportNow(): Promise<{ name: string; text: string }> {
  const dialog = await until(() => host.querySelector<HTMLElement>('dialog[open]'));
  const format = await until(() => dialog.querySelector('select'));
  format.value = 'json';
  format.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => button('Export')?.ariaDisabled === 'false');
  const saved = nextDownload();
  click(button('Export'));
  return saved;
}

test('the chosen articles, or all of the list, go into a file in the order of the list', async () => {
  choose([idAt(4), idAt(2)]);
  click(await until(() => button('Export articles')));
  const { name, text } = await exportNow();
  expect(name).toMatch(/^All articles \d{4}-\d\d-\d\d\.json$/);
  const titles = (json: string) => JSON.parse(json).items.map(({ title }: { title: string }) => title);
  expect(titles(text)).toEqual(['Title 2', 'Title 4']);
  expect(JSON.parse(text)._broadsheet.files).toHaveLength(3);
  await until(() => !host.querySelector('dialog'));
  choose(null);
  click(await until(() => button('More for this list')));
  click(await until(() => button('Export this list…')));
  const whole = await exportNow();
  expect(titles(whole.text)).toEqual(Array.from({ length: total }, (_, i) => `Title ${i}`));
});
