import { afterEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { listStatus } from '../../components/shared/list-state';
import { listComes, onceListed } from '../../components/shared/once-listed';

afterEach(() => {
  listStatus.value = 'ready';
});

/** Gives it work that only its caller's hand holds, and how often that has run. */
function given(): { work: WeakRef<() => void>; times: () => number } {
  let count = 0;
  const work = () => {
    count += 1;
  };
  onceListed(work);
  return { work: new WeakRef(work), times: () => count };
}

async function isCollected(what: WeakRef<object>): Promise<boolean> {
  await cdp().send('HeapProfiler.collectGarbage');
  return what.deref() === undefined;
}

test('work waits for the list, is done once, and is then held by nothing', async () => {
  listComes();
  listStatus.value = 'loading';
  const early = given();
  expect(await isCollected(early.work)).toBe(false);
  expect(early.times()).toBe(0);
  listStatus.value = 'ready';
  await expect.poll(early.times).toBe(1);
  const late = given();
  await expect.poll(late.times).toBe(1);
  await expect.poll(() => isCollected(early.work)).toBe(true);
  await expect.poll(() => isCollected(late.work)).toBe(true);
  listStatus.value = 'loading';
  listStatus.value = 'ready';
  expect([early.times(), late.times()]).toEqual([1, 1]);
});
