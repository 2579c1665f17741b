import { expect, test } from 'vitest';
import { gateFor } from '../../utils/actions/gate';

test('never more than the limit at a time, in the order they came, and a failure frees its place', async () => {
  const gate = gateFor(3);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const works = Array.from({ length: 40 }, (_, i) =>
    gate(async () => {
      started.push(i);
      most = Math.max(most, ++running);
      await new Promise((done) => setTimeout(done, i % 4));
      running--;
      if (i % 7 === 0) throw new Error(`${i}`);
      return i;
    }).catch((error: Error) => -Number(error.message)),
  );
  const results = await Promise.all(works);
  expect(results).toEqual(results.map((_, i) => (i % 7 === 0 ? -i : i)));
  expect(started).toEqual([...started].sort((a, b) => a - b));
  expect(most).toBe(3);
});
