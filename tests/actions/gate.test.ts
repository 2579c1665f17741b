import { expect, test } from 'vitest';
import { gateFor, weighingGate } from '../../utils/actions/gate';

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

test('works that weigh no more than the limit together, one that is heavier alone, in the order they came', async () => {
  const gate = weighingGate(10);
  const weights = [4, 3, 3, 25, 1, 9, 10, 2, 2, 2, 2, 2, 5];
  const started: number[] = [];
  const loads: number[] = [];
  let load = 0;
  await Promise.all(
    weights.map((weight, i) =>
      gate(weight, async () => {
        started.push(i);
        load += weight;
        loads.push(load);
        await new Promise((done) => setTimeout(done, i % 3));
        load -= weight;
      }),
    ),
  );
  expect(started).toEqual(weights.map((_, i) => i));
  expect(loads.filter((each) => each > 10)).toEqual([25]);
  expect(Math.max(...loads.filter((each) => each <= 10))).toBe(10);
});
