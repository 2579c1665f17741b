import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { handsOf } from './browser-hands';
import { chromiumBuild } from './chromium';
import type { ExtensionPage } from './extension-page';
import { scenario, type World } from './scenario';
import { openSidePanel } from './side-panel';
import { tabAt } from './tab-at';

const copy = mkdtempSync(join(tmpdir(), 'broadsheet-telling-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Chromium's question for the permission is out of any driver's reach: a copy of the build has it from the start. */
function withNotifications(): string {
  const manifest = join(chromiumBuild, 'manifest.json');
  if (!existsSync(manifest)) return chromiumBuild;
  cpSync(chromiumBuild, copy, { recursive: true });
  const { optional_permissions, ...given } = JSON.parse(readFileSync(manifest, 'utf8'));
  const permissions = [...given.permissions, ...optional_permissions];
  writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ ...given, permissions }));
  return copy;
}

/** The rows of a store, after `change` was put into it where there is one. */
const storeOf = (desk: ExtensionPage, name: 'outbox' | 'meta', change?: { key: string; value: number }) =>
  desk.evaluate(
    async (store, row) => {
      const database = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open('broadsheet');
        request.onsuccess = () => done(request.result);
      });
      const transaction = database.transaction(store, 'readwrite');
      if (row) transaction.objectStore(store).put(row);
      const rows = transaction.objectStore(store).getAll();
      await new Promise((done) => {
        transaction.oncomplete = done;
      });
      database.close();
      return rows.result;
    },
    name,
    change ?? null,
  );

/** How many articles wait to be told of. */
const waiting = async (desk: ExtensionPage) => (await storeOf(desk, 'outbox')).length;

/** As if something had been told then, however long this machine took since. */
const toldAt = (desk: ExtensionPage, value: number) => storeOf(desk, 'meta', { key: 'toldAt', value });

/** When the background is woken next (ms). */
const wakesAt = (desk: ExtensionPage) =>
  desk.evaluate(async () => {
    const { alarms } = (globalThis as unknown as WithAlarms).chrome;
    return (await alarms.get('poll')).scheduledTime;
  });

interface WithAlarms {
  chrome: { alarms: { get(name: string): Promise<{ scheduledTime: number }> } };
}

function rule(text: string, ...verbs: string[]) {
  const conditions = [{ field: 'title', operator: 'contains', text }];
  return { title: text, enabled: true, mode: 'all', conditions, actions: verbs.map((verb) => ({ verb })) };
}

/** Both arrive while the minute lasts, the background ends, and another one tells of them when it is over. */
async function tellsOfGroup(world: World, desk: ExtensionPage, arrive: Arrive): Promise<void> {
  const { browser } = world;
  const hands = handsOf(browser, desk.page.browser());
  const begin = Date.now();
  await toldAt(desk, begin);
  await arrive(['新闻二', '新闻三', '新闻四', '新闻五']);
  // the fourth was hidden, and the fifth will have been read
  await expect.poll(() => waiting(desk)).toBe(3);
  await expect.poll(() => wakesAt(desk)).toBeLessThan(begin + 61_000);
  const rows = (await storeOf(desk, 'outbox')) as { entryId: number }[];
  await browser.send('markRead', { entryIds: [Math.max(...rows.map(({ entryId }) => entryId))], read: true });
  expect(await hands.notifications()).toEqual([]);
  await browser.stopBackground();
  await toldAt(desk, begin - 60_000);
  await browser.alarm(0);
  await expect.poll(() => hands.notifications()).toHaveLength(1);
  const [told] = await hands.notifications();
  expect(told?.title).toMatch(browser.name === 'firefox' ? /^2 new articles$/ : /^told:\d+$/);
  await expect.poll(() => waiting(desk)).toBe(0);
  await hands.clickNotification();
  const list = await tabAt(desk, /reader\.html#\/told\/\d+$/);
  await list.articlesListed(2);
  expect((await list.articles()).map(({ name }) => name).sort()).toEqual(['新闻三', '新闻二']);
  await list.shows('From the notification');
  await list.close();
}

type Arrive = (titles: string[]) => Promise<void>;

async function tellsOf(world: World): Promise<void> {
  const { browser, server } = world;
  const feedId = await world.subscribe(server.feedUrl('djg'));
  await world.badgeIs('1');
  const options = await browser.open('options.html#badge', { width: 1000, height: 900 });
  await options.clickOn('.notify-choice input');
  await options.until('the feeds', () => document.querySelector('.notify-feeds input') !== null);
  const desk = await world.desk();
  const hands = handsOf(browser, desk.page.browser());
  const arrive: Arrive = async (titles) => {
    for (const title of titles) server.addEntry('djg', { title });
    await world.makeDue();
    await browser.send('refresh', { feedIds: [feedId] });
  };

  // by rules, which know both Chinese scripts; the feed's own choice tells of the next one
  await browser.send('setRules', { rules: [rule('新聞', 'notify', 'sound'), rule('四', 'hide', 'star')] });
  await tellsOfGroup(world, desk, arrive);
  await browser.send('setRules', { rules: [] });

  await options.clickOn('.notify-feeds input');
  await options.until('both', () => document.querySelectorAll('.notify-choice input:checked').length === 2);
  await toldAt(desk, 0);
  await arrive(['新闻一']);
  await expect.poll(() => hands.notifications()).toHaveLength(1);
  const [told] = await hands.notifications();
  // Chromium gives no more than the names of its notifications
  expect(told?.title).toMatch(browser.name === 'firefox' ? /^新闻一$/ : /^entry:\d+$/);
  await hands.clickNotification();
  const opened = await tabAt(desk, /reader\.html#\/unread\/entry\/\d+$/);
  await opened.until('the article', () => document.querySelector('#article-title')?.textContent === '新闻一');
  await world.badgeIs('3');

  const panel = await openSidePanel(desk.page);
  const rows = `(document) => [...document.querySelectorAll('article[data-entry-id]')].map((one) => one.innerText).join() || null`;
  expect(await panel.until<string>(rows)).toContain('新闻三');
  await arrive(['新闻六']);
  const fresh = `(document) => /新闻六|1 new/.test(document.body.innerText)`;
  expect(await panel.until(fresh)).toBe(true);
  const body = `(document) => document.querySelector('[data-article-body]') !== null`;
  await panel.press('j');
  expect(await panel.until(body)).toBe(true);
}

const title = 'an article is told of once, its notification opens it, and the side panel lists what came';
scenario(title, tellsOf, { only: 'firefox' });
scenario(title, tellsOf, { only: 'chromium', extension: withNotifications() });
