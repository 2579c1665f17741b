import { expect, test } from 'vitest';
import { setHiding } from '../../utils/actions/set-hiding';
import { getFeed } from '../../utils/db/feeds';
import { addFeed } from '../db/support';
import { problemOf, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

const hiding = { rules: [{ by: 'selector', what: '.share' }], shown: ['0123456789abcdef'] };

test('what is hidden of a feed is changed as one, and given up with null', async () => {
  const world = new TestWorld();
  const feedId = await addFeed('one');
  await setHiding(world, { feedId, hiding });
  expect((await getFeed(feedId))?.hiding).toEqual(hiding);
  expect(world.changes).toContainEqual({ kind: 'feeds' });
  await setHiding(world, { feedId, hiding: null });
  expect(await getFeed(feedId)).not.toHaveProperty('hiding');
});

test('a selector that cannot be read is refused, and what was there stays', async () => {
  const world = new TestWorld();
  const feedId = await addFeed('one');
  await setHiding(world, { feedId, hiding });
  const bad = { rules: [{ by: 'selector', what: 'p:has(img)' }] };
  expect(await problemOf(setHiding(world, { feedId, hiding: bad }))).toEqual({
    kind: 'input-invalid',
    field: 'hiding',
  });
  expect((await getFeed(feedId))?.hiding).toEqual(hiding);
  expect(await problemOf(setHiding(world, { feedId: 99, hiding }))).toMatchObject({ kind: 'no-such-feed' });
});
