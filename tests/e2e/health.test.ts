import { expect } from 'vitest';
import type { Feed } from '../../utils/model/feed';
import { generatedFeed } from '../server/feed-edits';
import type { ExtensionPage } from './extension-page';
import { scenario } from './scenario';

const day = 86_400_000;

scenario(
  'a second address takes over, and the page of the feed tells so',
  async ({ browser, server, ...world }) => {
    const feed = generatedFeed({
      title: 'Twice',
      origin: server.origin,
      entries: 3,
      newestAt: Date.now(),
    });
    server.addSite('first', feed);
    server.addSite('second', feed);
    const feedId = await world.subscribe(server.feedUrl('first'));
    await world.badgeIs('3');
    const page = await browser.open(`options.html#feed/${feedId}`);
    await page.fill('Another address of this feed', server.feedUrl('second'));
    await page.click('button', 'Add address');
    await page.shows('The address was added.');
    await addressesAre(page, server.feedUrl('first'), server.feedUrl('second'));

    server.addSite('first', 'out of order', 'text/plain');
    for (let failure = 1; failure <= 3; failure++) {
      await world.makeDue();
      await browser.send('refresh', { feedIds: [feedId] });
    }
    await page.shows('failed 3 times in a row');
    await world.makeDue();
    await browser.send('refresh', { feedIds: [feedId] });
    await page.shows('An address does not answer');
    await page.shows('stands in for those before it');
    const label = await page.until('the strip', () => {
      const strip = document.querySelector('.check-strip')?.getAttribute('aria-label') ?? '';
      return strip.endsWith(' 3 failed') && !strip.includes('last 4') ? strip : null;
    });
    expect(label).toMatch(/^The last 5 checks: .* 3 failed$/);
    await world.badgeIs('3');

    await page.click('button', `Remove ${server.feedUrl('first')}`);
    await page.shows('was removed');
    await addressesAre(page, server.feedUrl('second'));
    await page.click('button', 'Undo');
    await addressesAre(page, server.feedUrl('first'), server.feedUrl('second'));
  },
);

scenario(
  'a silent feed and one that has moved are told; the move is accepted',
  async ({ browser, server, ...world }) => {
    const silent = await world.subscribe(server.feedUrl('heise-developer'));
    const moved = await world.subscribe(server.feedUrl('djg'));
    const elsewhere = server.feedUrl('djg', 'etag');
    const now = Date.now();
    const desk = await world.desk();
    await changeFeed(desk, silent, { newestAt: now - 60 * day, since: now - 90 * day });
    await changeFeed(desk, moved, {
      newestAt: now,
      movedTo: { url: elsewhere, since: now - 8 * day, checks: 6 },
    });
    const health = await browser.open('options.html#health');
    await health.shows('Unusually quiet');
    await health.shows('Seems to have moved');
    const rows = await health.evaluate(() => document.querySelectorAll('.health-row').length);
    expect(rows).toBe(2);
    await health.clickOn('nav.segments a[href="#health/silent"]');
    await health.until('one row', () => document.querySelectorAll('.health-row').length === 1);

    const page = await browser.open(`options.html#feed/${moved}`);
    await page.shows('for a week or longer. Update it?');
    await page.click('button', 'Update the address');
    await page.shows('The address was updated.');
    await page.until(
      'the new address',
      (url) => document.querySelector('.address-url')?.textContent === url,
      elsewhere,
    );
    expect(await page.query('button', 'Update the address')).toBeNull();

    // It moves on, to where the reader has been all the time.
    const second = server.feedUrl('djg', 'last-modified');
    const other = await world.subscribe(second);
    await changeFeed(desk, moved, {
      newestAt: now,
      movedTo: { url: second, since: now - 8 * day, checks: 6 },
    });
    const both = await browser.open(`options.html#feed/${moved}`);
    await both.shows('and you follow that as');
    const count = async () => new Map(await desk.evaluate(readTotals));
    const before = await count();
    await both.clickOn('.feed-health .button.primary');
    await both.until('its page', (id) => location.hash === `#feed/${id}`, other);
    await addressesAre(both, second, elsewhere);
    const [there = 0, gone = 0] = [before.get(other), before.get(moved)];
    expect(there).toBe(gone);
    expect((await count()).get(other)).toBe(there);
    await both.click('button', 'Undo');
    await both.until('the page of the first', (id) => location.hash === `#feed/${id}`, moved);
    await addressesAre(both, elsewhere);
    expect(await count()).toEqual(before);
  },
);

/** How many articles each feed has. */
async function readTotals(): Promise<[number, number][]> {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open('broadsheet');
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const rows = await new Promise<{ feedId: number; total: number }[]>((done, fail) => {
    const request = database.transaction('counts').objectStore('counts').getAll();
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  database.close();
  return rows.map(({ feedId, total }) => [feedId, total]);
}

/** Waits until the page lists just these addresses. */
async function addressesAre(page: ExtensionPage, ...wanted: string[]): Promise<void> {
  const list = (urls: string[]) => {
    const shown = Array.from(document.querySelectorAll('.address-url'), (one) => one.textContent);
    return shown.join() === urls.join();
  };
  await page.until(wanted.join(), list, wanted);
}

interface Past {
  newestAt: number;
  since?: number;
  movedTo?: { url: string; since: number; checks: number };
}

/** Writes into a feed's row what weeks of checks would have taught of its first address. */
function changeFeed(page: ExtensionPage, feedId: number, past: Past): Promise<void> {
  return page.evaluate(
    async (id, { newestAt, since, movedTo = null }) => {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const request = indexedDB.open('broadsheet');
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
      const store = database.transaction('feeds', 'readwrite').objectStore('feeds');
      await new Promise<void>((done, fail) => {
        const found = store.get(id);
        found.onsuccess = () => {
          const feed: Feed = found.result;
          const [source, ...rest] = feed.sources;
          const sources = source
            ? [{ ...source, history: { ...source.history, newestAt, movedTo } }, ...rest]
            : [];
          const rhythm = since === undefined ? feed.rhythm : { ...feed.rhythm, articles: 30, since };
          const put = store.put({ ...feed, sources, rhythm });
          put.onsuccess = () => done();
          put.onerror = () => fail(put.error);
        };
        found.onerror = () => fail(found.error);
      });
      database.close();
    },
    feedId,
    past,
  );
}
