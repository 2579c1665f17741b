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

/** How many articles wait to be told of. */
const waiting = (desk: ExtensionPage) =>
  desk.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('broadsheet');
      request.onsuccess = () => done(request.result);
    });
    return new Promise<number>((done) => {
      const request = database.transaction('outbox').objectStore('outbox').count();
      request.onsuccess = () => {
        database.close();
        done(request.result);
      };
    });
  });

/** As if something had been told this moment, however long this machine took since. */
const justTold = (desk: ExtensionPage) =>
  desk.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('broadsheet');
      request.onsuccess = () => done(request.result);
    });
    const transaction = database.transaction('meta', 'readwrite');
    transaction.objectStore('meta').put({ key: 'toldAt', value: Date.now() });
    await new Promise((done) => {
      transaction.oncomplete = done;
    });
    database.close();
  });

async function tellsOf(world: World): Promise<void> {
  const { browser, server } = world;
  const feedId = await world.subscribe(server.feedUrl('djg'));
  await world.badgeIs('1');
  const options = await browser.open('options.html#badge', { width: 1000, height: 900 });
  await options.clickOn('.notify-choice input');
  await options.clickOn('.notify-feeds input');
  await options.until('both', () => document.querySelectorAll('.notify-choice input:checked').length === 2);
  const desk = await world.desk();
  const hands = handsOf(browser, desk.page.browser());
  const arrive = async (titles: string[]) => {
    for (const title of titles) server.addEntry('djg', { title });
    await world.makeDue();
    await browser.send('refresh', { feedIds: [feedId] });
  };

  await arrive(['新闻一']);
  await expect.poll(() => hands.notifications()).toHaveLength(1);
  const [told] = await hands.notifications();
  // Chromium gives no more than the names of its notifications
  expect(told?.title).toMatch(browser.name === 'firefox' ? /^新闻一$/ : /^entry:\d+$/);
  await hands.clickNotification();
  const opened = await tabAt(desk, /reader\.html#\/unread\/entry\/\d+$/);
  await opened.until('the article', () => document.querySelector('#article-title')?.textContent === '新闻一');
  await world.badgeIs('1');

  // within the minute nothing more is told: it waits
  await justTold(desk);
  await arrive(['新闻二', '新闻三']);
  await expect.poll(() => waiting(desk)).toBe(2);
  expect(await hands.notifications()).toEqual([]);

  const panel = await openSidePanel(desk.page);
  const rows = `(document) => [...document.querySelectorAll('article[data-entry-id]')].map((one) => one.innerText).join() || null`;
  expect(await panel.until<string>(rows)).toContain('新闻三');
  await arrive(['新闻四']);
  const fresh = `(document) => /新闻四|1 new/.test(document.body.innerText)`;
  expect(await panel.until(fresh)).toBe(true);
  const body = `(document) => document.querySelector('[data-article-body]') !== null`;
  await panel.press('j');
  expect(await panel.until(body)).toBe(true);
}

const title = 'an article is told of once, its notification opens it, and the side panel lists what came';
scenario(title, tellsOf, { only: 'firefox' });
scenario(title, tellsOf, { only: 'chromium', extension: withNotifications() });
