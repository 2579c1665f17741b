import { expect, test, vi } from 'vitest';
import { type FrontKeeper, frontKeeper } from '../../utils/actions/keep-front';
import { makeFront } from '../../utils/actions/make-front';
import { markRead } from '../../utils/actions/mark-read';
import { unsubscribe } from '../../utils/actions/unsubscribe';
import { commitCheck } from '../../utils/db/commit-check';
import { updateFeed } from '../../utils/db/feeds';
import type { Change } from '../../utils/messages/protocol';
import type { Front } from '../../utils/model/front';
import { defaultSettings } from '../../utils/model/settings';
import { addFeed, newEntry } from '../db/support';
import { TestWorld, useFreshDatabase } from './support';

/** As long as a busy machine may need. */
const waiting = { timeout: 20_000 };

useFreshDatabase();

/** A feed with so many unread articles, the first of them the newest. */
async function feedOf(title: string, count: number): Promise<number> {
  const feedId = await addFeed(title, { language: 'en' });
  const added = Array.from({ length: count }, (_, i) =>
    newEntry(`${title}${i}`, { sortAt: 1_000_000 - i, title: `${title} ${i}` }),
  );
  await commitCheck({ feedId, patch: {}, added });
  return feedId;
}

const titles = (front: Front | null | undefined) => front?.rows.map(({ entry }) => entry.title);

/** A world whose changes are followed, and what it kept, in order. */
class Followed extends TestWorld {
  saved: (Front | null)[] = [];
  dropped: Promise<void> = Promise.resolve();
  keeper: FrontKeeper = frontKeeper(this, async (front) => void this.saved.push(front), 250);
  override announce = (change: Change): undefined => {
    this.dropped = this.keeper.follow(change);
  };
  kept = (): Front | null => this.saved.at(-1) ?? null;
}

test('the front is the top of what is unread, with the names of its feeds and the number of all', async () => {
  const feedId = await feedOf('a', 20);
  const front = await makeFront(defaultSettings);
  expect(titles(front)).toEqual(Array.from({ length: 8 }, (_, i) => `a ${i}`));
  expect(front?.unread).toBe(20);
  expect(front?.rows[0]?.face).toMatchObject({ name: 'a', language: 'en' });
  await unsubscribe(new TestWorld(), { feedId });
  expect(await makeFront(defaultSettings)).toBe(null);
});

test('there is none of texts that are shown in another script than they are stored in', async () => {
  const feedId = await feedOf('a', 3);
  expect(await makeFront({ ...defaultSettings, chineseScript: 'hant' })).toBe(null);
  await updateFeed(feedId, (feed) => ({ ...feed, chineseScript: 'hans' }));
  expect(await makeFront(defaultSettings)).toBe(null);
  await updateFeed(feedId, (feed) => ({ ...feed, chineseScript: 'asWritten' }));
  expect(await makeFront(defaultSettings)).not.toBe(null);
});

test('what a change overtakes is gone before the change is answered, and what is true follows', async () => {
  await feedOf('a', 3);
  const world = new Followed();
  world.keeper.renew();
  await vi.waitFor(() => expect(titles(world.kept())).toEqual(['a 0', 'a 1', 'a 2']), waiting);
  const first = world.kept()?.rows[0]?.entry.id ?? 0;
  await markRead(world, { entryIds: [first], read: true });
  await world.dropped;
  expect(world.saved[1]).toBe(null);
  await vi.waitFor(() => expect(titles(world.kept())).toEqual(['a 1', 'a 2']), waiting);
  expect(world.kept()?.unread).toBe(2);
  expect(world.saved).toHaveLength(3);
});

test('what was being read of the database when a change came is not kept', async () => {
  await feedOf('a', 3);
  const world = new Followed();
  let readings = 0;
  world.getSettings = async () => {
    if (readings++ === 0) world.announce({ kind: 'feeds' });
    return world.settings;
  };
  world.keeper.renew();
  await vi.waitFor(() => expect(world.kept()?.unread).toBe(3), waiting);
  expect(world.saved.map((front) => front?.unread ?? null)).toEqual([null, 3]);
  expect(readings).toBe(2);
});

test('progress and icons leave it as it is; a failure to keep leaves none', async () => {
  await feedOf('a', 1);
  const world = new Followed();
  world.keeper.renew();
  await vi.waitFor(() => expect(world.saved).toHaveLength(1), waiting);
  world.announce({ kind: 'progress', done: 1, total: 2 });
  world.announce({ kind: 'icons' });
  world.getSettings = async () => {
    throw new Error('no settings');
  };
  world.announce({ kind: 'feeds' });
  await world.dropped;
  expect(world.saved.map((front) => front?.unread ?? null)).toEqual([1, null]);
});
