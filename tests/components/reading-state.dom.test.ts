import { beforeEach, expect, test } from 'vitest';
import { openList, pages } from '../../components/shared/list-state';
import { readEntry, reading } from '../../components/shared/reading-state';
import { commitCheck } from '../../utils/db/commit-check';
import { addFeed, freshDatabase, newEntry } from '../db/support';

beforeEach(freshDatabase);

test('articles that are passed show their heads, the one that is stayed at its text', async () => {
  const feedId = await addFeed('a');
  const added = Array.from({ length: 9 }, (_, i) => newEntry(`k${i}`, { sortAt: 1000 - i }));
  await commitCheck({ feedId, patch: {}, added });
  await openList();
  const ids = pages.value.flat().map(({ id }) => id);
  const texts = new Set<string>();
  const stop = reading.subscribe((now) => now?.body && texts.add(now.body.html));
  await readEntry(ids[0] ?? 0);
  expect([...texts]).toEqual(['<p>k0, version 1</p>']);
  const passed = ids.slice(1).map((id) => readEntry(id));
  expect(reading.value).toMatchObject({ entry: { key: 'k8' }, body: null, status: 'loading' });
  await Promise.all(passed);
  expect(reading.value).toMatchObject({ entry: { key: 'k8' }, status: 'ready' });
  expect([...texts]).toEqual(['<p>k0, version 1</p>', '<p>k8, version 1</p>']);
  stop();
});
