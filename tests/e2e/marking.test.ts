import { expect } from 'vitest';
import type { ExtensionPage } from './extension-page';
import { popupSize, scenario } from './scenario';

scenario('mark all as read, and undo', async ({ browser, server, subscribe, badgeIs }) => {
  await subscribe(server.feedUrl('heise-developer'));
  await subscribe(server.feedUrl('adactio'));
  await badgeIs('25');
  const popup = await browser.open('popup.html', popupSize);
  await popup.articlesListed();
  await popup.click('button', 'Mark all as read');
  await badgeIs('');
  await popup.click('button', 'Undo');
  await badgeIs('25');
});

scenario('star and unread survive; read articles stay read', async ({ browser, server, ...world }) => {
  await world.subscribe(server.feedUrl('heise-developer'));
  await world.badgeIs('15');
  const popup = await browser.open('popup.html', popupSize);
  const [first, second] = await popup.articlesListed();
  const ids = [first, second].map((article) => Number(article?.id));
  await browser.send('markRead', { entryIds: ids, read: true });
  await browser.send('star', { entryIds: ids.slice(0, 1), starred: true });
  await world.badgeIs('13');
  await browser.send('markRead', { entryIds: ids.slice(1), read: false });
  await world.badgeIs('14');
  await world.makeDue();
  server.addEntry('heise-developer');
  await browser.send('refresh', {});
  await world.badgeIs('15');
  const desk = await world.desk();
  const states = await desk.evaluate(readStates, ids);
  expect(states).toEqual([
    { read: 1, starred: 1 },
    { read: 0, starred: 0 },
  ]);
});

/** Where on the page the middle of a row is. */
async function middleOf(page: ExtensionPage, id: string | undefined): Promise<{ x: number; y: number }> {
  return page.until(
    `the row ${id}`,
    (wanted) => {
      const box = document.querySelector(`article[data-entry-id="${wanted}"]`)?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    id ?? '',
  );
}

/** Moves a finger from a row by such ways, and lifts it. */
async function drag(page: ExtensionPage, id: string | undefined, ways: [number, number][]): Promise<void> {
  const { x, y } = await middleOf(page, id);
  const { touchscreen } = page.page;
  await touchscreen.touchStart(x, y);
  for (const [dx, dy] of ways) await touchscreen.touchMove(x + dx, y + dy);
  await touchscreen.touchEnd();
}

scenario('a finger marks and stars rows, and scrolls the list', async ({ browser, server, ...world }) => {
  await world.subscribe(server.feedUrl('heise-developer'));
  await world.badgeIs('15');
  const popup = await browser.open('popup.html', { width: 380, height: 600 });
  const [first, second, third, fourth] = (await popup.articlesListed()).map(({ id }) => id);
  await popup.page.bringToFront();
  // keys and clicks on what is shown at once are kept until the popup has taken over, movements of a finger are not
  await popup.until(
    'the popup itself',
    () => document.querySelector('.list:not([aria-busy="true"])') !== null,
  );
  const right: [number, number][] = [
    [20, 1],
    [60, 2],
    [110, 3],
  ];
  await drag(popup, first, right);
  await world.badgeIs('14');
  await drag(
    popup,
    second,
    right.map(([x, y]) => [-x, y]),
  );
  await popup.until(
    'a star',
    (id) => document.querySelector(`[data-entry-id="${id}"] [aria-pressed="true"]`) !== null,
    second ?? '',
  );
  // back again before it is lifted, and up: both do nothing; what the latter scrolls, Firefox's driver does not reach
  await drag(popup, third, [...right, [60, 2], [10, 0]]);
  await drag(popup, fourth, [
    [1, -20],
    [2, -80],
    [3, -150],
  ]);
  if (browser.name === 'chromium')
    await popup.until('a list that was scrolled', () =>
      [...document.querySelectorAll('*')].some((one) => one.scrollTop > 40),
    );
  // what the page had asked for before is done by now
  await browser.send('star', { entryIds: [Number(fourth)], starred: false });
  const states = await (await world.desk()).evaluate(readStates, [first, second, third, fourth].map(Number));
  expect(states).toEqual([
    { read: 1, starred: 0 },
    { read: 0, starred: 1 },
    { read: 0, starred: 0 },
    { read: 0, starred: 0 },
  ]);
  await world.badgeIs('14');
});

/** Opens so many articles, a key at a time, and leaves the page in the same turn as the last, if it is to. */
async function openOn(times: number, isLeft: boolean): Promise<void> {
  for (let time = 0; time < times; time++) {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, repeat: time > 0 }));
    // a key's article is opened in a turn of its own, of which none is to be waited for but by promises
    for (let turn = 0; turn < 8; turn++) await Promise.resolve();
  }
  if (isLeft) location.href = 'icon/16.png';
}

scenario('what was opened is read, also where the page closes or the background ends', async (world) => {
  const { browser, server } = world;
  await world.subscribe(server.feedUrl('heise-developer'));
  await world.badgeIs('15');
  const page = await browser.open('reader.html#/unread');
  await page.articlesListed(15);
  await page.page.bringToFront();
  await Promise.all([page.evaluate(openOn, 8, false), browser.stopBackground()]);
  // what it could not send by then is sent by the page after it
  await page.go('icon/16.png');
  await page.go('reader.html#/unread');
  await world.badgeIs('7');

  const other = await browser.open('reader.html#/unread');
  await other.articlesListed(7);
  await browser.stopBackground();
  await other.page.bringToFront();
  // whose answer goes with the page
  await other.evaluate(openOn, 2, true).catch(() => undefined);
  await other.until('another page', () => !location.pathname.endsWith('reader.html'));
  // nobody needs to open a page for it
  await world.badgeIs('5');
  const next = await browser.open('popup.html', popupSize);
  await world.badgeIs('5');
  expect((await next.articlesListed()).length).toBeGreaterThanOrEqual(5);
});

async function readStates(ids: number[]): Promise<{ read: number; starred: number }[]> {
  const database = await new Promise<IDBDatabase>((done) => {
    const request = indexedDB.open('broadsheet');
    request.onsuccess = () => done(request.result);
  });
  const rows = ids.map(
    (id) =>
      new Promise<{ read: number; starred: number }>((done) => {
        const request = database.transaction('entries').objectStore('entries').get(id);
        request.onsuccess = () => done({ read: request.result.read, starred: request.result.starred });
      }),
  );
  return Promise.all(rows).finally(() => database.close());
}
