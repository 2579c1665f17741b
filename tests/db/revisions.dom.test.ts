import { beforeEach, expect, test } from 'vitest';
import { commitCheck } from '../../utils/db/commit-check';
import { getBody, getEntry } from '../../utils/db/entry-lists';
import { markRead } from '../../utils/db/mark';
import { pruneFeed } from '../../utils/db/prune';
import { listRevisions } from '../../utils/db/revisions';
import { defaultRetention } from '../../utils/model/retention';
import { addFeed, freshDatabase, newEntry } from './support';

beforeEach(freshDatabase);

async function oneArticle(): Promise<{ feedId: number; id: number }> {
  const feedId = await addFeed('paper');
  const { entryIds } = await commitCheck({ feedId, patch: {}, added: [newEntry('k')] });
  return { feedId, id: entryIds[0] ?? 0 };
}

/** The publisher writes version `version`, with `html` or a text of its own; it is found at that number of seconds. */
function edit(feedId: number, entryId: number, version: number, html?: string) {
  const { entry, body } = newEntry('k', {}, version);
  const changed = [{ entryId, content: entry, body: { ...body, ...(html !== undefined && { html }) } }];
  return commitCheck({ feedId, patch: {}, changed, at: version * 1000 });
}

test('an edit keeps the mark and the earlier text, the last one first', async () => {
  const { feedId, id } = await oneArticle();
  await markRead([id], true, 5);
  await edit(feedId, id, 2);
  await edit(feedId, id, 3);
  expect(await getEntry(id)).toMatchObject({ read: 1, edited: 1, title: 'Title of k, version 3' });
  expect(await listRevisions(id)).toEqual([
    { entryId: id, at: 3000, title: 'Title of k, version 2', html: '<p>k, version 2</p>' },
    { entryId: id, at: 2000, title: 'Title of k, version 1', html: '<p>k, version 1</p>' },
  ]);
});

test('five are kept, no more than 400,000 characters of them, and none that is longer alone', async () => {
  const { feedId, id } = await oneArticle();
  for (let version = 2; version <= 9; version++) await edit(feedId, id, version);
  expect((await listRevisions(id)).map(({ at }) => at)).toEqual([9000, 8000, 7000, 6000, 5000]);
  await edit(feedId, id, 10, 'x'.repeat(390_000));
  await edit(feedId, id, 11, 'y'.repeat(500_000));
  expect((await listRevisions(id)).map(({ at }) => at)).toEqual([11_000, 10_000, 9000, 8000, 7000]);
  await edit(feedId, id, 12, 'z'.repeat(300_000));
  expect((await listRevisions(id))[0]?.at).toBe(11_000);
  await edit(feedId, id, 13);
  expect((await listRevisions(id)).map(({ at }) => at)).toEqual([13_000]);
});

test('what is not an edit leaves none', async () => {
  const { feedId, id } = await oneArticle();
  const { entry, body } = newEntry('k');
  await commitCheck({ feedId, patch: {}, changed: [{ entryId: id, content: entry, body }], at: 9 });
  await commitCheck({
    feedId,
    patch: {},
    changed: [{ entryId: id, content: newEntry('k', {}, 2).entry, body }],
    at: 9,
    withoutBodies: true,
  });
  expect(await listRevisions(id)).toEqual([]);
});

test('they go with the text', async () => {
  const { feedId, id } = await oneArticle();
  await edit(feedId, id, 2);
  await markRead([id], true, 5);
  await commitCheck({ feedId, patch: {}, listing: { keys: ['another'], oldest: 0, at: 6 } });
  const now = 5 + 40 * 86_400_000;
  expect(await pruneFeed(feedId, defaultRetention, now)).toEqual({ rows: 0, bodies: 1 });
  expect(await getBody(id)).toBeUndefined();
  expect(await listRevisions(id)).toEqual([]);
});
