import { expect } from 'vitest';
import { generatedFeed } from '../server/feed-edits';
import { waitForExchange } from '../server/request-log';
import { poll } from './extension-page';
import { popupSize, scenario } from './scenario';

const sites = ['slow-one', 'slow-two', 'slow-three', 'slow-four'];

scenario('a background killed in mid-poll goes on where it was', async ({ browser, server, ...world }) => {
  for (const title of sites) {
    server.addSite(title, generatedFeed({ title, origin: server.origin, entries: 5 }));
    await world.subscribe(server.feedUrl(title, 'slow-head', 'ms=300'));
  }
  await world.badgeIs('20');
  for (const site of sites) server.addEntry(site);
  await world.makeDue();
  server.log.clear();
  await browser.alarm(300);
  await waitForExchange(server.log, () => server.log.exchanges.length >= 2);
  await browser.stopBackground();
  const asked = server.log.exchanges.length;
  expect(asked).toBeLessThan(sites.length);

  await browser.alarm(300);
  await poll(async () => (await world.facts()).articles >= 23, 20_000);
  // The feed whose check was cut off is left alone until its lease of a minute has run out; here it does at once.
  await world.endLeases();
  await browser.alarm(300);
  await poll(async () => (await world.facts()).articles === 24, 20_000);
  const facts = await world.facts();
  expect(facts.articles).toBe(24);
  expect(facts.unread).toBe(24);
  const times = sites.map((site) => server.log.of(`/slow-head/${site}`).length);
  expect(times.filter((count) => count > 1).length, `requests: ${times}`).toBeLessThanOrEqual(1);
  expect(Math.max(...times)).toBeLessThanOrEqual(2);
  await world.badgeIs('24');
});

scenario('a restart of the browser keeps everything', async ({ browser, server, ...world }) => {
  await world.subscribe(server.feedUrl('feedx-voachinese'));
  await world.subscribe(server.feedUrl('hebrew'));
  const popup = await browser.open('popup.html', popupSize);
  const [first] = await popup.articlesListed(4);
  await browser.send('markRead', { entryIds: [Number(first?.id)], read: true });
  await browser.send('star', { entryIds: [Number(first?.id)], starred: true });
  await world.badgeIs('3');
  const before = await world.facts();

  await browser.restart();
  await world.badgeIs('3');
  expect(await world.facts()).toEqual(before);
  const again = await browser.open('popup.html', popupSize);
  const titles = (await again.articlesListed(3)).map(({ name }) => name);
  expect(titles.join('\n')).not.toContain(first?.name ?? '?');
});

scenario('subscriptions come back when the database is lost, and the reader is told once', async (world) => {
  const { browser, server } = world;
  await world.subscribe(server.feedUrl('djg'));
  await world.subscribe(server.feedUrl('hebrew'));
  await world.badgeIs('2');
  const desk = await world.desk();
  await desk.evaluate(deleteDatabase);
  await browser.stopBackground();

  const popup = await browser.open('popup.html', popupSize);
  await browser.send('refresh', {});
  await poll(async () => (await world.facts()).feeds.length === 2);
  expect((await world.facts()).feeds.map(({ url }) => url).sort()).toEqual(
    [server.feedUrl('djg'), server.feedUrl('hebrew')].sort(),
  );
  await popup.until('the notice', () => /restored/i.test(document.body.innerText));
  await popup.click('button', 'Dismiss');
  await popup.until('no notice', () => !/restored/i.test(document.body.innerText));
  const later = await browser.open('popup.html', popupSize);
  await later.articlesListed();
  expect(await later.text()).not.toMatch(/restored/i);
});

scenario(
  'the background sleeps when idle and wakes for its work',
  async ({ browser, server, ...world }) => {
    await world.subscribe(server.feedUrl('djg'));
    await world.badgeIs('1');
    await poll(async () => !(await browser.backgroundRuns()), 15_000);
    expect(await browser.backgroundRuns()).toBe(false);
    server.addEntry('djg');
    await world.makeDue();
    await browser.alarm(300);
    await world.badgeIs('2');
  },
  { only: 'firefox', idleAfterMs: 1500 },
);

function deleteDatabase(): Promise<void> {
  return new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase('broadsheet');
    request.onsuccess = () => done();
    request.onerror = () => fail(request.error);
  });
}
