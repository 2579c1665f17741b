import './extension-stand-in';
import { beforeEach, expect, test } from 'vitest';
import { handlersAtHand } from '../../entrypoints/background/at-hand';
import { commitCheck } from '../../utils/db/commit-check';
import { getEntry } from '../../utils/db/entry-lists';
import { TestWorld } from '../actions/support';
import { addFeed, freshDatabase, newEntry } from '../db/support';

beforeEach(freshDatabase);

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

test('what pages find at their start is taken away before a list changes, and made anew before that is answered', async () => {
  const feedId = await addFeed('one');
  const { entryIds } = await commitCheck({ feedId, patch: {}, added: [newEntry('a')] });
  const steps: string[] = [];
  const readNow = async () => (await getEntry(entryIds[0] ?? 0))?.read;
  const world = {
    ...new TestWorld(),
    followUp: async () => undefined,
    expectChange: async () => void steps.push(`expected while ${await readNow()}`),
    followed: async () => void steps.push(`followed while ${await readNow()}`),
  };
  const handlers = handlersAtHand(world);
  await handlers.markRead({ entryIds, read: true });
  expect(steps.splice(0)).toEqual(['expected while 0', 'followed while 1']);
  await handlers.star({ entryIds, starred: true });
  expect(steps.splice(0)).toEqual(['followed while 1']);
  await handlers.markRead({ entryIds, read: false });
  const { undoId } = await handlers.markAllRead({ feedId });
  steps.length = 0;
  await handlers.undo({ undoId });
  expect(steps.splice(0)).toEqual(['expected while 1', 'followed while 0']);
  await handlers.unsubscribe({ feedId });
  expect(steps[0]).toMatch(/^expected/);
});
