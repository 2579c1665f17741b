import { beforeEach, expect, test } from 'vitest';
import { commitCheck } from '../../utils/db/commit-check';
import { listEntries } from '../../utils/db/entry-lists';
import { markRead } from '../../utils/db/mark';
import { countNew, noteOpening } from '../../utils/db/new-since';
import { addFeed, freshDatabase, newEntry } from './support';

beforeEach(freshDatabase);

async function arrive(feedId: number, from: number, count: number): Promise<void> {
  const added = Array.from({ length: count }, (_, at) =>
    newEntry(`k${from + at}`, { sortAt: from + at + 1 }),
  );
  await commitCheck({ feedId, patch: {}, added });
}

test('what is new is found behind a thousand that were read, and no more than a thousand are counted', async () => {
  const feedId = await addFeed('Morning Post');
  await arrive(feedId, 0, 3);
  await noteOpening();
  expect(await countNew()).toBe(0);
  await arrive(feedId, 3, 1100);
  expect(await countNew()).toBe(1000);
  const all = await listEntries({ filter: 'all', limit: 1103 });
  await markRead(
    all.map(({ id }) => id),
    true,
    5000,
  );
  expect(await countNew()).toBe(0);
  await arrive(feedId, 1103, 2);
  expect(await countNew()).toBe(2);
});
