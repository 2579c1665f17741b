import { expect } from 'vitest';
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
