import { expect, test } from 'vitest';
import { refreshFeed } from '../../utils/actions/refresh';
import { renewRecording } from '../../utils/actions/renew-recording';
import { subscribe } from '../../utils/actions/subscribe';
import { unsubscribe } from '../../utils/actions/unsubscribe';
import { getBody } from '../../utils/db/entry-lists';
import { getFeed, updateFeed } from '../../utils/db/feeds';
import { markRead, star } from '../../utils/db/mark';
import { repairCounts } from '../../utils/db/repair';
import { write } from '../../utils/db/transaction';
import { documentUrl, listAll, problemOf, replaceDocument, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

const signed = (episode: number, at: 800 | 900) =>
  `https://cdn.example/${episode}.mp3?Expires=${at}&Signature=${at === 800 ? 'b' : 'c'}${episode}`;

/** Follows a feed whose addresses are signed until eight; from now on it signs until nine. */
async function atNine() {
  const world = new TestWorld();
  const { feedId } = await subscribe(world, { url: documentUrl('signed-at-eight.xml') });
  await replaceDocument(feedId, 'signed-at-nine.xml');
  const [second, first] = await listAll();
  if (!first || !second) throw new Error('no articles');
  world.changes = [];
  world.asked = [];
  return { world, feedId, first, second };
}

const urlOf = async (entryId: number) => (await getBody(entryId))?.enclosures.map(({ url }) => url);

test('a check writes nothing where signatures alone are new', async () => {
  const { world, feedId, first } = await atNine();
  const before = await listAll();
  world.time += 7_200_000;
  expect(await refreshFeed(world, feedId)).toEqual({ newEntries: 0, failed: false });
  expect((await getFeed(feedId))?.lastCheck).toMatchObject({ outcome: 'unchanged', newEntries: 0 });
  expect(await listAll()).toEqual(before);
  expect(await urlOf(first.id)).toEqual([signed(1, 800)]);
  expect(world.changes).toEqual([]);
});

test('the feed is asked for the address of today, and the article alone that was to be heard gets it', async () => {
  const { world, first, second } = await atNine();
  await markRead([first.id], true, world.time);
  await star([first.id], true);
  const before = await listAll();
  const input = { entryId: first.id, url: signed(1, 800) };
  expect(await renewRecording(world, input)).toEqual({ url: signed(1, 900) });
  expect(world.asked).toEqual([documentUrl('signed-at-nine.xml')]);
  expect([await urlOf(first.id), await urlOf(second.id)]).toEqual([[signed(1, 900)], [signed(2, 800)]]);
  expect((await getBody(first.id))?.html).toBe('It began.');
  expect(await listAll()).toEqual(before);
  expect(world.changes).toEqual([{ kind: 'entries', entryIds: [first.id] }]);
  expect(await repairCounts()).toEqual([]);
  // what waits in a queue may be older than what its article has
  expect(await renewRecording(world, { ...input, url: signed(1, 800).replace('b1', 'a1') })).toEqual({
    url: signed(1, 900),
  });
});

test('it is asked also where its document was checked since, which was not kept', async () => {
  const { world, feedId, first } = await atNine();
  world.time += 7_200_000;
  await refreshFeed(world, feedId);
  expect(await renewRecording(world, { entryId: first.id, url: signed(1, 800) })).toEqual({
    url: signed(1, 900),
  });
});

test('an article whose feed changed its ids is known by its link and title, and what is not listed stays', async () => {
  const { world, first, second } = await atNine();
  await write('poll', ['entries'], async (tx) => {
    const row = await tx.objectStore('entries').get(first.id);
    if (row) await tx.objectStore('entries').put({ ...row, key: 'an id of before' });
    const other = await tx.objectStore('entries').get(second.id);
    if (other) await tx.objectStore('entries').put({ ...other, key: 'gone', altKey: 'gone' });
  });
  expect(await renewRecording(world, { entryId: first.id, url: signed(1, 800) })).toEqual({
    url: signed(1, 900),
  });
  expect(await renewRecording(world, { entryId: second.id, url: signed(2, 800) })).toEqual({
    url: signed(2, 800),
  });
  expect(await urlOf(second.id)).toEqual([signed(2, 800)]);
});

test('an id that stands for another article by now gives its recording to none before it', async () => {
  const { world, first } = await atNine();
  await write('poll', ['entries'], async (tx) => {
    const row = await tx.objectStore('entries').get(first.id);
    const other = { title: 'Of last week', link: 'https://paper.example/last-week', altKey: 'last week' };
    if (row) await tx.objectStore('entries').put({ ...row, ...other });
  });
  const input = { entryId: first.id, url: signed(1, 800) };
  expect(await renewRecording(world, input)).toEqual({ url: input.url });
  expect(await urlOf(first.id)).toEqual([signed(1, 800)]);
});

test('neither a feed without permission is asked, nor one in the bin, nor one whose host wants patience', async () => {
  const { world, feedId, first } = await atNine();
  const input = { entryId: first.id, url: signed(1, 800) };
  await updateFeed(feedId, (feed) => ({ ...feed, heldUntil: world.time + 60_000 }));
  expect(await problemOf(renewRecording(world, input))).toMatchObject({ kind: 'http-status', status: 429 });
  await updateFeed(feedId, (feed) => ({ ...feed, heldUntil: 0 }));
  world.denied.add(documentUrl('signed-at-nine.xml'));
  expect(await problemOf(renewRecording(world, input))).toMatchObject({ kind: 'permission-missing' });
  world.denied.clear();
  await replaceDocument(feedId, 'page-none.htm');
  expect(await problemOf(renewRecording(world, input))).toMatchObject({ kind: 'not-a-feed' });
  world.asked = [];
  await unsubscribe(world, { feedId });
  expect(await renewRecording(world, input)).toEqual({ url: input.url });
  expect(world.asked).toEqual([]);
  expect(await problemOf(renewRecording(world, { ...input, entryId: 999 }))).toMatchObject({
    kind: 'no-such-entry',
  });
  expect(await urlOf(first.id)).toEqual([signed(1, 800)]);
});
