import { describe, expect, it } from 'vitest';
import { maxDocs } from '../../utils/search/segment';
import { chooseMerge } from '../../utils/search/tiers';
import { randomFrom } from '../random';

const segment = (id: number, docs: number, dead = 0, newest = id) => ({
  ...{ id, docs, newest },
  dead: { length: dead },
});
const several = (count: number, docs: number, from = 1) =>
  Array.from({ length: count }, (_, at) => segment(from + at, docs));

describe('segments', () => {
  it('are left alone while they are few', () => {
    expect(chooseMerge([])).toEqual([]);
    expect(chooseMerge([...several(5, 32), ...several(5, 33, 10), ...several(5, 3000, 20)])).toEqual([]);
  });

  it('of one size become one, the oldest first', () => {
    const mixed = [...several(3, 32, 5), ...several(4, 1), ...several(5, 300, 20)];
    expect(chooseMerge(mixed)).toEqual([1, 2, 3, 4, 5, 6]);
    const turned = [6, 3, 9, 1, 7, 2].map((id) => segment(id, 20));
    expect(chooseMerge(turned)).toEqual([1, 2, 3, 6, 7, 9]);
  });

  it('never hold more than can be counted, and full ones are left as they are', () => {
    expect(chooseMerge(several(6, maxDocs / 4))).toEqual([1, 2, 3, 4]);
    expect(chooseMerge(several(6, maxDocs / 2))).toEqual([1, 2]);
    expect(chooseMerge(several(6, maxDocs / 2 + 1))).toEqual([]);
    expect(chooseMerge([segment(1, maxDocs - 100), ...several(5, 3000, 2)])).toEqual([2, 3, 4, 5, 6]);
  });

  it('of which a quarter is gone are packed anew', () => {
    expect(chooseMerge([segment(1, 100, 25), segment(2, 100, 26)])).toEqual([2]);
    expect(chooseMerge([segment(3, 0), segment(4, 1, 1)])).toEqual([4]);
  });

  it('come to rest, whatever came in', () => {
    const random = randomFrom(21);
    let all = Array.from({ length: 400 }, (_, at) => segment(at + 1, 1 + Math.floor(random() * 32)));
    const docs = all.reduce((sum, one) => sum + one.docs, 0);
    let merges = 0;
    for (let chosen = chooseMerge(all); chosen.length > 0; chosen = chooseMerge(all)) {
      const parts = all.filter(({ id }) => chosen.includes(id));
      const sum = parts.reduce((more, one) => more + one.docs, 0);
      all = [...all.filter(({ id }) => !chosen.includes(id)), segment(1000 + ++merges, sum)];
      expect(merges).toBeLessThan(400);
    }
    expect(all.reduce((sum, one) => sum + one.docs, 0)).toBe(docs);
    expect(all.length).toBeLessThan(20);
  });
});
