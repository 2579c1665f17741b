import './extension-stand-in';
import { beforeEach, expect, test } from 'vitest';
import { openList, pages } from '../../components/shared/list-state';
import { dropPrepared, prepare, preparedArticle } from '../../components/shared/prepared';
import { readAhead } from '../../components/shared/read-ahead';
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

test('an article that was read ahead is there in the turn that opens it', async () => {
  const feedId = await addFeed('a');
  const added = Array.from({ length: 3 }, (_, i) => newEntry(`k${i}`, { sortAt: 1000 - i }));
  await commitCheck({ feedId, patch: {}, added });
  await openList();
  await new Promise((done) => setTimeout(done, 100));
  const [first, second] = pages.value.flat();
  if (!first || !second) throw new Error('No rows');
  await prepare(first.id, () => readAhead(first));
  void readEntry(first.id);
  expect(reading.value).toMatchObject({ status: 'ready', body: { html: '<p>k0, version 1</p>' } });
  void readEntry(second.id);
  expect(reading.value).toMatchObject({ entry: { key: 'k1' }, status: 'loading' });
});

test('what changes while it is read ahead, or after, is read anew', async () => {
  const feedId = await addFeed('a');
  await commitCheck({ feedId, patch: {}, added: [newEntry('k0', {})] });
  await openList();
  const [entry] = pages.value.flat();
  if (!entry) throw new Error('No row');
  await prepare(entry.id, () => readAhead(entry));
  expect(preparedArticle(entry.id)).toBeDefined();
  dropPrepared([entry.id]);
  expect(preparedArticle(entry.id)).toBeUndefined();
  const underWay = prepare(entry.id, () => readAhead(entry));
  dropPrepared([entry.id + 1]);
  await underWay;
  expect(preparedArticle(entry.id)).toBeUndefined();
});
