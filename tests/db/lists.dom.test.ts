import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitCheck } from '../../utils/db/commit-check';
import { countUnread } from '../../utils/db/counts';
import { type EntryQuery, getEntries, listEntries } from '../../utils/db/entry-lists';
import { markRead, star } from '../../utils/db/mark';
import { markAllRead } from '../../utils/db/mark-all';
import { repairCounts } from '../../utils/db/repair';
import { write } from '../../utils/db/transaction';
import { moveWatermarks } from '../../utils/db/watermarks';
import { randomFrom } from '../random';
import { addFeed, freshDatabase, newEntry } from './support';

const getAllRecords = Reflect.get(IDBIndex.prototype, 'getAllRecords');
const useRecords = (value: unknown) => Reflect.set(IDBIndex.prototype, 'getAllRecords', value);

beforeEach(freshDatabase);
afterEach(() => {
  useRecords(getAllRecords);
});

async function idsByPages(query: Omit<EntryQuery, 'limit' | 'after'>, limit: number): Promise<number[]> {
  const ids: number[] = [];
  for (;;) {
    const last = (await getEntries(ids.slice(-1)))[0];
    const page = await listEntries({ ...query, limit, ...(last && { after: last }) });
    ids.push(...page.map((entry) => entry.id));
    if (page.length < limit) return ids;
  }
}

/** Feeds whose entries share few times, some read, some starred; gives ids of feeds and, newest first, of entries. */
async function fill(feeds: number, each: number, times: number) {
  const random = randomFrom(7);
  const rows: { id: number; sortAt: number; feedId: number; read: boolean; starred: boolean }[] = [];
  const feedIds: number[] = [];
  for (let i = 0; i < feeds; i++) {
    const feedId = await addFeed(`f${i}`);
    feedIds.push(feedId);
    const added = Array.from({ length: each }, (_, n) =>
      newEntry(`${n}`, { sortAt: Math.floor(random() * times) }),
    );
    const { entryIds } = await commitCheck({ feedId, patch: {}, added });
    for (const [n, id] of entryIds.entries()) {
      const sortAt = added[n]?.entry.sortAt ?? 0;
      rows.push({ id, sortAt, feedId, read: random() < 0.3, starred: random() < 0.2 });
    }
  }
  await markRead(
    rows.filter((row) => row.read).map((row) => row.id),
    true,
    9000,
  );
  await star(
    rows.filter((row) => row.starred).map((row) => row.id),
    true,
  );
  return { feedIds, rows: rows.sort((a, b) => b.sortAt - a.sortAt || b.id - a.id) };
}

test.each([
  ['in one request', true],
  ['by cursor', false],
])('pages have no gap and no repeat, whatever the list, read %s', async (_, hasRecords) => {
  useRecords(hasRecords ? getAllRecords : undefined);
  const { feedIds, rows } = await fill(9, 30, 6);
  const twice = feedIds.slice(2, 4).flatMap((id) => [id, id]);
  const scopes = [undefined, feedIds.slice(0, 1), twice.slice(1), twice, feedIds.slice(0, 7), []];
  for (const scope of scopes) {
    for (const filter of ['unread', 'all', 'starred'] as const) {
      const meant = rows
        .filter((row) => !scope || scope.includes(row.feedId))
        .filter((row) => filter === 'all' || (filter === 'unread' ? !row.read : row.starred))
        .map((row) => row.id);
      for (const limit of [7, 50, 1000]) {
        const query = scope ? { filter, feedIds: scope } : { filter };
        expect(await idsByPages(query, limit), `${filter} of ${scope} by ${limit}`).toEqual(meant);
      }
    }
  }
});

test('this browser reads backwards in one request', () => {
  expect(typeof getAllRecords).toBe('function');
});

test('hundreds of entries with one time are paged through', async () => {
  const { rows } = await fill(1, 400, 1);
  expect(await idsByPages({ filter: 'all' }, 50)).toEqual(rows.map((row) => row.id));
});

test('a damaged row is left out and harms no other', async () => {
  const feedId = await addFeed('a');
  const added = Array.from({ length: 12 }, (_, i) => newEntry(`k${i}`, { sortAt: i }));
  const { entryIds } = await commitCheck({ feedId, patch: {}, added });
  const damage: object[] = [
    { title: 7 },
    { link: null },
    { sortAt: 'soon' },
    { read: 'no' },
    { key: undefined },
  ];
  await write('poll', ['entries'], async (tx) => {
    for (const [i, change] of damage.entries()) {
      const row = await tx.objectStore('entries').get(entryIds[i] ?? 0);
      if (row) await tx.objectStore('entries').put({ ...row, ...change });
    }
    await tx.objectStore('entries').add(JSON.parse('{"nothing":"here"}'));
  });
  const whole = entryIds.slice(damage.length).reverse();
  expect(await idsByPages({ filter: 'unread' }, 2)).toEqual(whole);
  expect(await idsByPages({ filter: 'all', feedIds: [feedId] }, 50)).toEqual(whole);
  expect(await markRead(entryIds, true, 5000)).toBe(whole.length);
  await repairCounts();
  expect(await countUnread()).toBe(0);
  expect((await commitCheck({ feedId, patch: {}, added })).entryIds.length).toBeLessThan(3);
});

test('a row that lacks what may be missing is listed with blanks', async () => {
  const feedId = await addFeed('a');
  const bare = {
    feedId,
    key: 'k',
    title: 'T',
    link: '',
    publishedAt: 5,
    arrivedAt: 5,
    sortAt: 5,
    read: 0,
    starred: 0,
  };
  await write('poll', ['entries', 'counts'], async (tx) => {
    await tx.objectStore('entries').add(JSON.parse(JSON.stringify(bare)));
  });
  await repairCounts();
  expect(await listEntries({ filter: 'unread', limit: 5 })).toMatchObject([
    { title: 'T', snippet: '', unreadAt: 0 },
  ]);
  expect((await markAllRead({ feedIds: [feedId], now: 10 })).changed).toBe(1);
  expect(await listEntries({ filter: 'unread', limit: 5 })).toEqual([]);
});

test('a mark-all with a time takes nothing back that an unfinished one before it has read', async () => {
  const feedId = await addFeed('a');
  const ids: number[] = [];
  for (let i = 1; i <= 6; i++) {
    const { entryIds } = await commitCheck({
      feedId,
      patch: {},
      added: [newEntry(`k${i}`, { sortAt: 100 * i })],
    });
    ids.push(...entryIds);
  }
  const [, second = 0, , fourth = 0] = ids;
  await moveWatermarks({ feedIds: [feedId], now: 1000 });
  await markRead([second, fourth], false, 2000);
  expect((await markAllRead({ feedIds: [feedId], before: 400, now: 3000 })).changed).toBe(1);
  expect((await listEntries({ filter: 'unread', limit: 9 })).map((entry) => entry.id)).toEqual([fourth]);
  expect(await repairCounts()).toEqual([]);
});
