import { describe, expect, it } from 'vitest';
import {
  archiveBefore,
  asSeenRow,
  isGone,
  isListed,
  nothingSeen,
  withAlsoListed,
  withGone,
  withListed,
} from '../../utils/db/seen-hashes';

const day = 86_400_000;
const rows = (...keys: string[]) => keys.map((key) => ({ key, sortAt: 5 }));
const listing = (keys: string[], at: number, oldest = 0) => ({ keys, oldest, at });

describe('what a feed lists', () => {
  it('is written only when it changes', () => {
    const seen = withListed(nothingSeen(1), listing(['a', 'b'], 10 * day));
    expect(withListed(seen, listing(['b', 'a', 'b'], 20 * day))).toBe(seen);
    const other = withListed(seen, listing(['b', 'c'], 20 * day));
    expect(['a', 'b', 'c'].map((key) => isListed(other, key))).toEqual([false, true, true]);
  });

  it('includes, while a document is being stored, what it listed before', () => {
    const seen = withAlsoListed(withListed(nothingSeen(1), listing(['a', 'b'], day)), listing(['c'], day));
    expect(['a', 'b', 'c', 'd'].map((key) => isListed(seen, key))).toEqual([true, true, true, false]);
  });

  it('begins with the oldest date of the first document that has dates', () => {
    const undated = withListed(nothingSeen(1), listing(['a'], day));
    const dated = withListed(undated, listing(['a'], day, 700));
    const older = withListed(dated, listing(['a', 'b'], day, 300));
    expect([undated, dated, older].map(archiveBefore)).toEqual([0, 700, 700]);
    expect(archiveBefore(withGone(older, [{ key: 'x', sortAt: 900 }], day))).toBe(901);
  });
});

describe('tombstones', () => {
  it('are kept for 180 days after the feed listed them last', () => {
    const pruned = withGone(nothingSeen(1), rows('old'), 1000 * day);
    const listed = withListed(pruned, listing(['old'], 1100 * day));
    const at = (time: number) => isGone(withListed(listed, listing([`${time}`], time * day)), 'old');
    expect([1101, 1200, 1281].map(at)).toEqual([true, true, true]);
    const left = withListed(listed, listing(['other'], 1200 * day));
    const later = (time: number) => isGone(withListed(left, listing([`${time}`], time * day)), 'old');
    expect([1379, 1380].map(later)).toEqual([true, false]);
  });

  it('are at most 20,000 a feed; those go first that left the feed first', () => {
    const many = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`);
    const early = withGone(nothingSeen(1), rows(...many('early', 200)), 100 * day);
    const listed = withListed(early, listing(['early7'], 101 * day));
    const full = withGone(listed, rows(...many('late', 19_990)), 102 * day);
    expect(full.gone.length).toBe(20_000);
    expect(isGone(full, 'early7')).toBe(true);
    expect(many('late', 19_990).every((key) => isGone(full, key))).toBe(true);
    expect([...full.gone].every((hash, i) => i === 0 || (full.gone[i - 1] ?? 0n) < hash)).toBe(true);
  });

  it('of a damaged row are none', () => {
    const seen = withGone(nothingSeen(1), rows('a'), day);
    expect(asSeenRow(seen)).toBe(seen);
    for (const damaged of [undefined, null, 7, {}, { ...seen, goneDays: new Uint16Array(9) }])
      expect(asSeenRow(damaged)).toBe(null);
  });
});
