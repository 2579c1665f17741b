import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { failures, kept, polite } from './promises';

describe('every promise of the polling design is tested somewhere', () => {
  test('all are named', () => {
    const numbers = (table: object) => Object.keys(table).map((name) => Number(/\d+/.exec(name)?.[0]));
    expect(numbers(polite)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
    expect(numbers(failures)).toEqual(Array.from({ length: 28 }, (_, i) => i + 1));
    expect(numbers(kept)).toEqual([1, 2, 3, 4, 5]);
  });

  test.each(Object.entries({ ...polite, ...failures, ...kept }))('%s', (_, proofs) => {
    expect(proofs.length).toBeGreaterThan(0);
    for (const [file, title] of proofs) expect(readFileSync(file, 'utf8'), file).toContain(title);
  });
});
