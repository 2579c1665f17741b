import { afterEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { markRead } from '../../utils/actions/mark-read';
import { storeCheck } from '../../utils/actions/store-check';
import { tidy } from '../../utils/actions/tidy';
import { countUnread } from '../../utils/db/counts';
import { getBody } from '../../utils/db/entry-lists';
import { closeDatabase } from '../../utils/db/open';
import { repairCounts } from '../../utils/db/repair';
import { defaultRetention } from '../../utils/model/retention';
import { addFeed, newEntry } from '../db/support';
import { listAll, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();
afterEach(() => cdp().send('Storage.overrideQuotaForOrigin', { origin: location.origin }));

/** Stores what a check found. The browser counts anew what is free only when it is asked, here as in its settings. */
async function store(world: TestWorld, feedId: number, added: ReturnType<typeof bigEntries>): Promise<void> {
  await cdp().send('Storage.getUsageAndQuota', { origin: location.origin });
  await storeCheck(world, { feedId, patch: {}, added });
}

/** Text that no compression makes smaller. */
function noise(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => String.fromCharCode(33 + (byte % 90))).join('');
}

function bigEntries(count: number, name: string) {
  return Array.from({ length: count }, (_, i) => {
    const { entry, body } = newEntry(`${name}${i}`);
    return { entry, body: { ...body, html: noise(25_000) } };
  });
}

test('a full disk costs texts, no article and no mark; it is told once; reading goes on, and texts come when there is room', async () => {
  const world = new TestWorld();
  const { origin } = location;
  await closeDatabase();
  await cdp().send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  const { usage } = await cdp().send('Storage.getUsageAndQuota', { origin });
  await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 600_000 });
  const feedId = await addFeed('a');
  await store(world, feedId, bigEntries(10, 'old'));
  expect(world.notices).toEqual({});
  const old = (await listAll()).map(({ id }) => id);

  const added = bigEntries(40, 'new');
  await store(world, feedId, added);
  expect(world.notices).toEqual({ full: { at: world.time } });
  expect(await listAll()).toHaveLength(50);
  expect(await countUnread()).toBe(50);
  world.notices = {};
  await store(world, feedId, bigEntries(40, 'newer'));
  expect(world.notices).toEqual({});
  expect(await markRead(world, { entryIds: old, read: true })).toEqual({ changed: 10 });
  expect(await countUnread()).toBe(80);

  // what was read makes room at once, however new it is
  world.time += 1000;
  const keeping = { getRetention: async () => defaultRetention, getUncleaned: async () => new Set<number>() };
  await tidy(world, { ...keeping, shelf: { read: async () => ({}), write: async () => undefined } });
  expect(await getBody(old[0] ?? 0)).toBeUndefined();
  expect(await repairCounts()).toEqual([]);

  // the disk has room again, and the feed still lists them
  await cdp().send('Storage.overrideQuotaForOrigin', { origin });
  const waiting = (await listAll()).filter(({ key }) => key.startsWith('new') && !key.startsWith('newer'));
  await store(world, feedId, added);
  const texts = await Promise.all(waiting.map(({ id }) => getBody(id)));
  expect(texts.filter((body) => body && body.html.length > 0)).toHaveLength(40);
  expect(await listAll()).toHaveLength(90);
  expect(await repairCounts()).toEqual([]);
});
