import { expect, test } from 'vitest';
import {
  leftAt,
  noneHeard,
  placeFrom,
  placeOf,
  placesFrom,
  toEnd,
  withPlace,
} from '../../utils/listening/heard';

const [a, b] = ['https://a.example/1.mp3', 'https://a.example/2.mp3'];

test('the one that is heard stands apart, and joins the others when another begins', () => {
  const first = leftAt(leftAt(noneHeard, a, 40, 600), a, 45.9, 600);
  expect(first).toEqual({ left: [], now: [a, 45] });
  const second = leftAt(first, b, 20, 600);
  expect(second).toEqual({ left: [[a, 45]], now: [b, 20] });
  expect(leftAt(second, a, 60, 600)).toEqual({ left: [[b, 20]], now: [a, 60] });
});

test('what was not begun takes no room', () => {
  const begun = leftAt(withPlace(noneHeard, a, 0), b, 20, 600);
  expect(begun).toEqual({ left: [], now: [b, 20] });
});

test('what was heard to its end stays so until it is heard again', () => {
  const done = leftAt(noneHeard, a, 595, 600);
  expect(placeOf(done, a)).toBe(toEnd);
  expect(leftAt(done, a, 3, 600)).toBe(done);
  expect(placeOf(leftAt(done, a, 30, 600), a)).toBe(30);
  expect(placeOf(leftAt(done, b, 30, 600), a)).toBe(toEnd);
});

test('of a recording of some seconds the beginning is not the end', () => {
  expect(leftAt(noneHeard, a, 3, 8).now).toEqual([a, 0]);
  expect(leftAt(noneHeard, a, 11, 12).now).toEqual([a, toEnd]);
});

test('a place that was written twice, since a page was closed between, is the later one from then on', () => {
  const twice = { left: [[a, 45]] as const, now: [a, 100] as const };
  expect(placeOf(twice, a)).toBe(100);
  expect(placeOf(leftAt(twice, b, 20, 600), a)).toBe(100);
});

test('what is stored is read back, and nonsense is not', () => {
  expect(placesFrom([[a, 5], [b], [5, 5], [a, Number.NaN], 'x', [b, -1]])).toEqual([
    [a, 5],
    [b, -1],
  ]);
  expect([placesFrom(null), placesFrom({}), placeFrom([a, '5'])]).toEqual([[], [], null]);
});
