import { beforeEach, expect, test } from 'vitest';
import {
  arrived,
  entryBeside,
  exhausted,
  isFollowed,
  listStatus,
  moreEntries,
  openList,
  pages,
  patchEntries,
  reloadList,
} from '../../components/shared/list-state';
import { visit } from '../../components/shared/route';
import { commitCheck } from '../../utils/db/commit-check';
import { addFeed, freshDatabase, newEntry } from '../db/support';

beforeEach(async () => {
  await freshDatabase();
  visit({ scope: { kind: 'unread' }, entryId: null });
});

const listed = () => pages.value.flat().map(({ key }) => key);

test('whoever asks for more while a page is on its way waits for it, and it comes once', async () => {
  const feedId = await addFeed('a');
  const added = Array.from({ length: 120 }, (_, i) => newEntry(`k${i}`, { sortAt: 10_000 - i }));
  await commitCheck({ feedId, patch: {}, added });
  const expected = added.map(({ entry }) => entry.key);
  const opened = openList();
  await moreEntries();
  expect(listed()).toEqual(expected.slice(0, 50));
  await opened;
  const last = pages.value.at(-1)?.at(-1)?.id ?? 0;
  void moreEntries();
  expect(entryBeside(last, 1)).toBeUndefined();
  await moreEntries();
  expect(entryBeside(last, 1)?.key).toBe('k50');
  expect(listed()).toEqual(expected.slice(0, 100));
  await moreEntries();
  await moreEntries();
  expect(listed()).toEqual(expected);
});

test('the end of what was read is seen coming', async () => {
  const feedId = await addFeed('a');
  const added = Array.from({ length: 60 }, (_, i) => newEntry(`k${i}`, { sortAt: 10_000 - i }));
  await commitCheck({ feedId, patch: {}, added });
  await openList();
  const ids = pages.value.flat().map(({ id }) => id);
  expect([10, 20, 40].map((at) => isFollowed(ids[at] ?? 0, 30))).toEqual([true, false, false]);
});

test('a screenful is shown first, and the rest of its page joins it', async () => {
  const feedId = await addFeed('a');
  const added = Array.from({ length: 60 }, (_, i) => newEntry(`k${i}`, { sortAt: 10_000 - i }));
  await commitCheck({ feedId, patch: {}, added });
  const shown: number[][] = [];
  const opened = openList();
  const stop = pages.subscribe((now) => shown.push(now.map((page) => page.length)));
  await opened;
  stop();
  expect(shown).toEqual([[], [16], [50]]);
  expect(listed()).toEqual(added.slice(0, 50).map(({ entry }) => entry.key));
});

test('of two lists that are opened one after the other, the first shows nothing once the second is asked for', async () => {
  const [one, two] = [await addFeed('one'), await addFeed('two')];
  for (const feedId of [one, two]) {
    const added = Array.from({ length: 60 }, (_, i) => newEntry(`${feedId}.${i}`, { sortAt: 10_000 - i }));
    await commitCheck({ feedId, patch: {}, added });
  }
  for (const turns of [0, 1, 3, 10]) {
    visit({ scope: { kind: 'feed', id: one }, entryId: null });
    const first = openList();
    for (let turn = 0; turn < turns; turn++) await new Promise((done) => setTimeout(done));
    visit({ scope: { kind: 'feed', id: two }, entryId: null });
    const second = openList();
    const ofFirst: number[] = [];
    const stop = pages.subscribe((now) =>
      ofFirst.push(now.flat().filter(({ feedId }) => feedId === one).length),
    );
    await Promise.all([first, second]);
    stop();
    expect(ofFirst.every((count) => count === 0)).toBe(true);
    expect(pages.value.flat()).toHaveLength(50);
  }
});

test('a page that was on its way when the list was read anew does not come into it', async () => {
  const feedId = await addFeed('a');
  const added = Array.from({ length: 160 }, (_, i) => newEntry(`k${i}`, { sortAt: 10_000 - i }));
  await commitCheck({ feedId, patch: {}, added });
  const expected = added.map(({ entry }) => entry.key);
  await openList();
  arrived.value = 3;
  const late = moreEntries();
  const again = reloadList();
  expect(arrived.value).toBe(0);
  const counts: number[] = [];
  const stop = pages.subscribe((now) => counts.push(now.flat().length));
  await Promise.all([late, again]);
  stop();
  expect(counts).toEqual([50, 16, 50]);
  expect(listed()).toEqual(expected.slice(0, 50));
  // and the list goes on below what it shows
  for (let page = 0; page < 4; page++) await moreEntries();
  expect([listed(), exhausted.value, listStatus.value]).toEqual([expected, true, 'ready']);
});

test('a mark leaves the passage that was found in its place, elsewhere what is new of an article is shown', async () => {
  const entry = { ...newEntry('a').entry, id: 7, feedId: 1, snippet: 'the passage' };
  const changed = { ...entry, read: 1 as const, snippet: 'the beginning' };
  visit({ scope: { kind: 'search', text: 'passage' }, entryId: null });
  pages.value = [[entry]];
  patchEntries([changed]);
  expect(pages.value.flat()).toEqual([{ ...entry, read: 1 }]);
  visit({ scope: { kind: 'unread' }, entryId: null });
  patchEntries([changed]);
  expect(pages.value.flat()).toEqual([changed]);
  const before = pages.value[0];
  patchEntries([{ ...changed, id: 8 }]);
  expect(pages.value[0]).toBe(before);
});
