import { describe, expect, test } from 'vitest';
import { accessChanged } from '../../utils/actions/access-changed';
import { refreshFeed } from '../../utils/actions/refresh';
import { storeBody } from '../../utils/actions/store-document';
import { subscribe } from '../../utils/actions/subscribe';
import { getBody, getEntry } from '../../utils/db/entry-lists';
import { getFeed, updateFeed } from '../../utils/db/feeds';
import { markRead, star } from '../../utils/db/mark';
import { loadSeen } from '../../utils/db/seen';
import { read, write } from '../../utils/db/transaction';
import { noTiming } from '../../utils/net/answer';
import { beginning, documentUrl, listAll, replaceDocument, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();
const hour = 3_600_000;

async function subscribed(name = 'morning.xml') {
  const world = new TestWorld();
  const { feedId } = await subscribe(world, { url: documentUrl(name) });
  world.time += 2 * hour;
  world.changes = [];
  return { world, feedId };
}

test('an unchanged document touches nothing but the row of its feed', async () => {
  const { world, feedId } = await subscribed();
  const before = await listAll();
  expect(await refreshFeed(world, feedId)).toEqual({ newEntries: 0, failed: false });
  expect(await listAll()).toEqual(before);
  expect(world.changes).toEqual([]);
  const feed = await getFeed(feedId);
  expect(feed?.lastCheck?.outcome).toMatch(/^(unchanged|not-modified)$/);
  expect(feed).toMatchObject({
    lastAttemptAt: world.time,
    lastSuccessAt: world.time,
    lastNewAt: beginning,
    leaseUntil: 0,
  });
  expect(feed?.nextCheckAt).toBeGreaterThanOrEqual(world.time + hour);
});

test('new entries come in unread; edited ones are renewed and keep their marks and place', async () => {
  const { world, feedId } = await subscribed();
  const [second, first] = await listAll();
  await markRead([second?.id ?? 0, first?.id ?? 0], true, world.time);
  await star([second?.id ?? 0], true);
  await replaceDocument(feedId, 'evening.xml');
  expect(await refreshFeed(world, feedId)).toEqual({ newEntries: 1, failed: false });
  const [third, edited, untouched] = await listAll();
  expect(third).toMatchObject({ read: 0, arrivedAt: world.time });
  expect(edited).toMatchObject({
    id: second?.id,
    title: 'Second story, corrected',
    read: 1,
    starred: 1,
    sortAt: second?.sortAt,
    arrivedAt: beginning,
  });
  expect(untouched).toEqual({ ...first, read: 1, readByHand: 1, readAt: world.time });
  expect(await getFeed(feedId)).toMatchObject({
    title: 'The Evening Paper',
    lastCheck: { outcome: 'new', newEntries: 1 },
    lastNewAt: world.time,
  });
  expect(world.changes).toEqual([
    { kind: 'arrived', feedId, count: 1 },
    { kind: 'entries', entryIds: [second?.id] },
  ]);
});

test('what vanishes from a document stays, and does not come back as new', async () => {
  const { world, feedId } = await subscribed();
  const before = await listAll();
  await replaceDocument(feedId, 'emptied.xml');
  expect(await refreshFeed(world, feedId)).toEqual({ newEntries: 0, failed: false });
  expect(await listAll()).toEqual(before);
  await replaceDocument(feedId, 'morning.xml');
  expect(await refreshFeed(world, feedId)).toEqual({ newEntries: 0, failed: false });
  expect(await listAll()).toEqual(before);
});

test('a cut document gives what it has, and no validators', async () => {
  const { world, feedId } = await subscribed('emptied.xml');
  await replaceDocument(feedId, 'cut.xml');
  expect(await refreshFeed(world, feedId)).toMatchObject({ failed: false });
  expect((await listAll()).length).toBeGreaterThanOrEqual(2);
  expect((await getFeed(feedId))?.sources[0]).toMatchObject({ validators: null, bodyHash: '' });
});

test.each(['cut.xml', 'emptied.xml'])('%s says nothing of what is still listed', async (name) => {
  const { world, feedId } = await subscribed();
  const listed = () => read(['seen'], async (tx) => (await loadSeen(tx, feedId))?.listed);
  const before = await listed();
  expect(before).toHaveLength(2);
  await replaceDocument(feedId, name);
  await refreshFeed(world, feedId);
  expect(await listed()).toEqual(before);
});

test('a text that went comes back with the next document that has it, and with its marks', async () => {
  const { world, feedId } = await subscribed();
  const [row] = await listAll();
  const id = row?.id ?? 0;
  const before = await getBody(id);
  await markRead([id], true, world.time);
  await write('poll', ['entries', 'bodies'], async (tx) => {
    const stored = await tx.objectStore('entries').get(id);
    if (stored) await tx.objectStore('entries').put({ ...stored, bodyGone: 1 });
    await tx.objectStore('bodies').delete(id);
  });
  await updateFeed(feedId, (feed) => ({
    ...feed,
    sources: feed.sources.map((source) => ({ ...source, validators: null, bodyHash: '' })),
  }));
  await refreshFeed(world, feedId);
  expect((await getBody(id))?.html).toBe(before?.html);
  expect(await getEntry(id)).toMatchObject({ read: 1 });
  expect(await getEntry(id)).not.toHaveProperty('bodyGone');
  expect(await listAll()).toHaveLength(2);
});

describe('a check that fails keeps everything', () => {
  test.each([
    ['page-none.htm', { kind: 'not-a-feed', found: 'html' }, 1],
    ['missing.xml', { kind: 'http-status', status: 404 }, 1],
  ])('%s', async (name, problem, failures) => {
    const { world, feedId } = await subscribed();
    const before = await getFeed(feedId);
    const entries = await listAll();
    await replaceDocument(feedId, name);
    const { newEntries } = await refreshFeed(world, feedId);
    const feed = await getFeed(feedId);
    expect(newEntries).toBe(0);
    expect(feed).toMatchObject({ problem, failures, leaseUntil: 0, lastSuccessAt: beginning });
    expect(feed?.sources[0]).toMatchObject({
      validators: before?.sources[0]?.validators,
      bodyHash: before?.sources[0]?.bodyHash,
    });
    expect(await listAll()).toEqual(entries);
  });

  test('failures add up and wait longer; one success clears them', async () => {
    const { world, feedId } = await subscribed();
    await replaceDocument(feedId, 'page-none.htm');
    const waits: number[] = [];
    for (let i = 0; i < 4; i++) {
      expect(await refreshFeed(world, feedId)).toEqual({ newEntries: 0, failed: true, isPage: true });
      waits.push(((await getFeed(feedId))?.nextCheckAt ?? 0) - world.time);
    }
    expect(waits).toEqual([hour, 2 * hour, 4 * hour, 8 * hour]);
    await replaceDocument(feedId, 'morning.xml');
    await refreshFeed(world, feedId);
    expect(await getFeed(feedId)).toMatchObject({ failures: 0, problem: null });
  });
});

test('without permission no server is asked and no failure counted; a grant makes up for it', async () => {
  const { world, feedId } = await subscribed();
  world.denied.add(documentUrl('morning.xml'));
  world.asked = [];
  await accessChanged(world);
  expect((await getFeed(feedId))?.problem).toMatchObject({ kind: 'permission-missing' });
  expect(await refreshFeed(world, feedId)).toEqual({ newEntries: 0, failed: true });
  const problem = { kind: 'permission-missing', origins: [`http://${location.hostname}/*`] };
  expect(await getFeed(feedId)).toMatchObject({ problem, failures: 0 });
  expect(world.asked).toEqual([]);

  world.denied.clear();
  await accessChanged(world);
  expect(await getFeed(feedId)).toMatchObject({ problem: null, lastSuccessAt: world.time });
});

test('the request is preceded by a lease that says so', async () => {
  const { world, feedId } = await subscribed();
  let leased: Awaited<ReturnType<typeof getFeed>>;
  world.hasAccess = async () => {
    leased = await getFeed(feedId);
    return true;
  };
  await refreshFeed(world, feedId);
  expect(leased).toMatchObject({ lastAttemptAt: world.time, leaseUntil: world.time + 60_000 });
});

test('a feed in the bin, or gone, is not asked', async () => {
  const { world, feedId } = await subscribed();
  await updateFeed(feedId, (feed) => ({ ...feed, removedAt: world.time }));
  world.asked = [];
  await refreshFeed(world, feedId);
  await refreshFeed(world, 4711);
  expect(world.asked).toEqual([]);
});

test('what is new alone (226) is merged, and nothing else is taken for gone', async () => {
  const { world, feedId } = await subscribed();
  const feed = await getFeed(feedId);
  if (!feed) throw new Error('no feed');
  const listed = () => read(['seen'], async (tx) => (await loadSeen(tx, feedId))?.listed.length);
  const before = { entries: (await listAll()).length, listed: await listed() };
  expect(before).toEqual({ entries: 2, listed: 2 });
  const text =
    '<rss version="2.0"><channel><title>The Paper</title><item><title>New</title><guid>new</guid></item></channel></rss>';
  const validators = {
    etag: '"2"',
    lastModified: '',
    url: feed.sources[0]?.url ?? '',
    deltas: true as const,
  };
  const answer = {
    kind: 'body' as const,
    bytes: new TextEncoder().encode(text),
    size: text.length,
    hash: 'ab',
    contentType: '',
    contentLanguage: '',
    validators,
    status: 226,
    url: validators.url,
    durationMs: 1,
    timing: noTiming,
  };
  expect(await storeBody(world, feed, answer)).toEqual({ newEntries: 1, failed: false });
  expect(await listAll()).toHaveLength(3);
  expect(await listed()).toBe(2);
  const after = await getFeed(feedId);
  expect(after?.sources[0]).toMatchObject({ validators, bodyHash: feed.sources[0]?.bodyHash });
  expect(after?.rhythm).toEqual({ ...feed.rhythm, articles: (feed.rhythm?.articles ?? 0) + 1 });
});
