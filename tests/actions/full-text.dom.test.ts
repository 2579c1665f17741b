import { expect, test } from 'vitest';
import { fetchFullText } from '../../utils/actions/full-text';
import { keepOffline } from '../../utils/actions/keep-offline';
import { setFullText } from '../../utils/actions/set-offline';
import { commitCheck } from '../../utils/db/commit-check';
import { getBody } from '../../utils/db/entry-lists';
import { dropOrphans } from '../../utils/db/evict-images';
import { getFullText } from '../../utils/db/full-texts';
import { getHeldUntil, holdPages } from '../../utils/db/held-hosts';
import { deleteArrived } from '../../utils/db/take-back';
import { addFeed, newEntry } from '../db/support';
import { problemOf, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

const page = (name: string) => new URL(`/tests/actions/pages/${name}`, location.href).href;

async function feed(): Promise<number> {
  const source = { url: page('feed.xml'), privateAllowed: true, validators: null, bodyHash: '' };
  return addFeed('one', { sources: [source] });
}

async function arrive(feedId: number, link: string, html = '<p>它只发送了开头……</p>'): Promise<number> {
  const { entry, body } = newEntry(link, { link });
  const { entryIds } = await commitCheck({ feedId, patch: {}, added: [{ entry, body: { ...body, html } }] });
  return entryIds[0] ?? 0;
}

test('the text of an article’s page is kept beside what its feed sent, in whatever encoding it came', async () => {
  const world = new TestWorld();
  const id = await arrive(await feed(), page('gbk.htm'));
  await fetchFullText(world, { entryId: id });
  const row = await getFullText(id);
  expect(row).toMatchObject({
    base: page('gbk.htm'),
    language: 'zh-CN',
    problem: null,
    fetchedAt: world.time,
  });
  expect(row?.html).toContain('历时十四个月的修缮工程');
  expect(row?.html).toContain(page('bridge.jpg'));
  expect(row?.html).not.toMatch(/热点|责任编辑/);
  expect((await getBody(id))?.html).toBe('<p>它只发送了开头……</p>');
});

test.each([
  ['nothing.htm', 'no-text-found'],
  ['feed.xml', 'no-text-found'],
])('of %s it is said that it has none', async (name, kind) => {
  const world = new TestWorld();
  const id = await arrive(await feed(), page(name));
  expect(await problemOf(fetchFullText(world, { entryId: id }))).toMatchObject({ kind });
  expect(await getFullText(id)).toMatchObject({ html: '', problem: { kind }, tries: 1 });
});

test('a page that says less than the feed is not taken for the article', async () => {
  const id = await arrive(await feed(), page('gbk.htm'), `<p>${'长'.repeat(5000)}</p>`);
  const problem = await problemOf(fetchFullText(new TestWorld(), { entryId: id }));
  expect(problem).toMatchObject({ kind: 'no-text-found' });
});

test('neither a site without permission is asked, nor a private one that the reader did not type', async () => {
  const world = new TestWorld();
  const link = page('gbk.htm');
  world.denied.add(link);
  const feedId = await feed();
  const denied = await arrive(feedId, link);
  expect(await problemOf(fetchFullText(world, { entryId: denied }))).toMatchObject({
    kind: 'permission-missing',
    origins: expect.arrayContaining([expect.stringContaining('localhost')]),
  });
  const inside = await arrive(feedId, 'http://192.168.3.4/secret.html');
  expect(await problemOf(fetchFullText(world, { entryId: inside }))).toMatchObject({
    kind: 'address-private',
  });
  expect(await problemOf(fetchFullText(world, { entryId: 999 }))).toEqual({
    kind: 'no-such-entry',
    entryId: 999,
  });
});

test('a site that asked for patience is asked by nobody before that is over', async () => {
  const world = new TestWorld();
  const link = page('gbk.htm');
  const { host } = new URL(link);
  const until = world.time + 60_000;
  await holdPages('other.example', until, world.time);
  await holdPages(host, until, world.time);
  const feedId = await feed();
  const id = await arrive(feedId, link);
  const held = { kind: 'http-status', status: 429, retryAt: until };
  expect(await problemOf(fetchFullText(world, { entryId: id }))).toEqual(held);
  expect(await getFullText(id)).toMatchObject({ html: '', problem: held });
  await setFullText(world, { feedId, fullText: true });
  await keepOffline(world);
  expect((await getFullText(id))?.html).toBe('');
  world.time = until + 1;
  await fetchFullText(world, { entryId: id });
  expect((await getFullText(id))?.html).toContain('历时十四个月的修缮工程');
  await holdPages('third.example', world.time + 5, world.time);
  expect([await getHeldUntil(host), await getHeldUntil('third.example')]).toEqual([0, world.time + 5]);
});

test('for a feed that is chosen, texts are fetched as its articles arrive, each once', async () => {
  const world = new TestWorld();
  const feedId = await feed();
  await setFullText(world, { feedId, fullText: true });
  await keepOffline(world);
  const id = await arrive(feedId, page('gbk.htm'));
  await keepOffline(world);
  await keepOffline(world);
  expect((await getFullText(id))?.tries).toBe(1);
  await setFullText(world, { feedId, fullText: false });
  const later = await arrive(feedId, page('gbk.htm?2'));
  await keepOffline(world);
  expect(await getFullText(later)).toBeUndefined();
});

test('a text goes with its article', async () => {
  const feedId = await feed();
  const id = await arrive(feedId, page('gbk.htm'));
  await fetchFullText(new TestWorld(), { entryId: id });
  await deleteArrived(feedId, 1000);
  await dropOrphans();
  expect(await getFullText(id)).toBeUndefined();
});
