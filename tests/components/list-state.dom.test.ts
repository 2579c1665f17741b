import { beforeEach, expect, test } from 'vitest';
import { entryBeside, isFollowed, moreEntries, openList, pages } from '../../components/shared/list-state';
import { commitCheck } from '../../utils/db/commit-check';
import { addFeed, freshDatabase, newEntry } from '../db/support';

beforeEach(freshDatabase);

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
