import './extension-stand-in';
import { expect, test } from 'vitest';
import { handlersAtHand } from '../../entrypoints/background/at-hand';
import { commitCheck } from '../../utils/db/commit-check';
import { getEntry } from '../../utils/db/entry-lists';
import { TestWorld } from '../actions/support';
import { addFeed, newEntry } from '../db/support';

test('what is marked by messages that come together is done in their order, though one of them is not at hand', async () => {
  const feedId = await addFeed('one');
  const { entryIds } = await commitCheck({ feedId, patch: {}, added: [newEntry('a')] });
  const nothing = async () => undefined;
  const world = { ...new TestWorld(), followUp: nothing, expectChange: nothing, followed: nothing };
  const handlers = handlersAtHand(world);
  const all = handlers.markAllRead({ feedId });
  await Promise.all([all, handlers.markRead({ entryIds, read: false })]);
  expect((await getEntry(entryIds[0] ?? 0))?.read).toBe(0);
});
