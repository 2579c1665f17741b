import { beforeEach, expect, test } from 'vitest';
import { listBringers } from '../../utils/db/bringers';
import { commitCheck } from '../../utils/db/commit-check';
import type { NewEntry } from '../../utils/db/new-rows';
import { write } from '../../utils/db/transaction';
import { addFeed, freshDatabase, newEntry } from './support';

beforeEach(freshDatabase);

const address = (name: string) => `https://cdn.example/${name}.mp3`;

function episode(name: string, more: Partial<NewEntry['entry']> = {}, html = ''): NewEntry {
  const { entry, body } = newEntry(name, more);
  const sound = { url: address(name), type: 'audio/mpeg', length: null, title: '', duration: null };
  return { entry, body: { ...body, html, enclosures: html ? [] : [sound] } };
}

/** Stores episodes; those named first get the lowest numbers. */
async function store(feedId: number, ...episodes: NewEntry[]): Promise<Map<string, number>> {
  const { entryIds } = await commitCheck({ feedId, patch: {}, added: episodes });
  return new Map(episodes.map(({ entry }, at) => [entry.key, entryIds[at] ?? 0]));
}

const kept = (feedId: number, name: string, entryId: number | null, key: string | undefined = name) => ({
  address: address(name),
  entryId,
  feedId,
  title: newEntry(name).entry.title,
  ...(key && { key }),
});

const numbersOf = async (...recordings: Parameters<typeof listBringers>[0]) =>
  (await listBringers(recordings)).map((row) => row?.entryId ?? null);

test('in a new database, where numbers have gone to others, articles are found by what their feed calls them', async () => {
  const before = await store(await addFeed('a'), episode('one'), episode('two'), episode('three'));
  await freshDatabase();
  const feedId = await addFeed('a');
  const after = await store(feedId, episode('two'), episode('other'), episode('one'));
  const all = ['one', 'two', 'three'].map((name) => kept(feedId, name, before.get(name) ?? null));
  expect(await numbersOf(...all)).toEqual([after.get('one'), after.get('two'), null]);
  // not there yet, when it was looked for first
  const [third] = all;
  if (!third) throw new Error('no recording');
  expect(await numbersOf({ ...third, entryId: null })).toEqual([after.get('one')]);
});

test('what an earlier version kept, without a name, has the number that is its own, or none', async () => {
  const feedId = await addFeed('a');
  const ids = await store(
    feedId,
    episode('one'),
    episode('two', {}, `<audio src="${address('two')}"></audio>`),
  );
  const [one, two] = [ids.get('one') ?? 0, ids.get('two') ?? 0];
  const unnamed = (name: string, entryId: number) => kept(feedId, name, entryId, '');
  expect(await numbersOf(unnamed('one', one), unnamed('two', two))).toEqual([one, two]);
  expect(await numbersOf(unnamed('one', two), unnamed('two', one), unnamed('one', 99))).toEqual([
    null,
    null,
    null,
  ]);
  expect((await listBringers([unnamed('one', one)]))[0]).toEqual({ entryId: one, feedId, key: 'one' });
});

test('an article keeps its recording where its feed changes ids, joins another, gives its id to the next, or its text is gone', async () => {
  const [feedId, other] = [await addFeed('a'), await addFeed('b')];
  const ids = await store(feedId, episode('one'), episode('two'), episode('id'), episode('thin'));
  const [one, two, old, thin] = ['one', 'two', 'id', 'thin'].map((name) => ids.get(name) ?? 0);
  await write('poll', ['entries', 'bodies'], async (tx) => {
    const entries = tx.objectStore('entries');
    const change = async (id: number | undefined, more: object) => {
      const row = await entries.get(id ?? 0);
      if (row) await entries.put({ ...row, ...more });
    };
    await change(one, { key: 'renamed' });
    await change(two, { feedId: other });
    await change(old, { key: 'id, and whose it is' });
    await tx.objectStore('bodies').delete(thin ?? 0);
  });
  const next = episode('id', { title: 'The next under this id' });
  await store(feedId, {
    ...next,
    body: { ...next.body, enclosures: [], html: '<p>Nothing to hear.</p>' },
  });
  const all = [
    ['one', one],
    ['two', two],
    ['id', old],
    ['thin', thin],
  ] as const;
  const found = await listBringers(all.map(([name, id]) => kept(feedId, name, id ?? null)));
  expect(found).toEqual([
    { entryId: one, feedId, key: 'renamed' },
    { entryId: two, feedId: other, key: 'two' },
    { entryId: old, feedId, key: 'id, and whose it is' },
    { entryId: thin, feedId, key: 'thin' },
  ]);
});
