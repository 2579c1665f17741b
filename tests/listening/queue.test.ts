import { expect, test } from 'vitest';
import {
  emptyQueue,
  isQueued,
  moved,
  queueFrom,
  type Recording,
  started,
  timeLeft,
  withAdded,
  withNext,
  without,
} from '../../utils/listening/queue';

const recording = (name: string): Recording => ({
  address: `https://a.example/${name}.mp3`,
  entryId: 1,
  feedId: 2,
  title: name,
  length: null,
});
const [a, b, c] = [recording('a'), recording('b'), recording('c')];
const names = (queue: { next: readonly Recording[] }) => queue.next.map(({ title }) => title).join('');
const abc = [a, b, c].reduce((queue, one) => withAdded(queue, one, 'last'), emptyQueue);

test('behind all others, or before them; nothing waits twice', () => {
  expect(names(abc)).toBe('abc');
  expect(names(withAdded(abc, c, 'first'))).toBe('cab');
  expect(names(withAdded(abc, a, 'last'))).toBe('bca');
  expect(isQueued(abc, b.address)).toBe(true);
  expect(names(without(abc, b.address))).toBe('ac');
});

test('what is heard waits no more, and is not put in line again', () => {
  const playing = started(abc, b);
  expect(playing.now).toBe(b);
  expect(names(playing)).toBe('ac');
  expect(withAdded(playing, b, 'last')).toBe(playing);
});

test('another place in the line', () => {
  expect(names(moved(abc, a.address, 2))).toBe('bca');
  expect(names(moved(abc, c.address, 0))).toBe('cab');
  expect(names(moved(abc, b.address, 99))).toBe('acb');
  expect(names(moved(abc, b.address, -5))).toBe('bac');
  expect(names(moved(abc, b.address, -1))).toBe('bac');
  expect(moved(abc, 'https://a.example/none', 0)).toBe(abc);
});

test('it is read back as it was stored, without what is damaged', () => {
  const stored = started(abc, b);
  expect(queueFrom(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  expect(queueFrom(null)).toEqual(emptyQueue);
  expect(queueFrom('x')).toEqual(emptyQueue);
  expect(queueFrom({ now: 5, next: [a, null, { address: 7 }] })).toEqual({ now: null, next: [a] });
});

test('what waited comes back in its order, but not what is heard by now', () => {
  expect(names(withNext(without(abc, b.address), abc.next))).toBe('abc');
  expect(names(withNext(started(abc, b), abc.next))).toBe('ac');
  expect(names(withNext(abc, []))).toBe('');
});

test('the time that is left is that of what is not heard yet, at the speed of each feed', () => {
  const long = { ...a, length: 600 };
  const fast = { ...b, length: 600, feedId: 3 };
  const queue = { now: long, next: [fast, c] };
  const left = (heard: number) =>
    timeLeft(
      queue,
      (address) => (address === a.address ? heard : 0),
      (id) => id - 1,
    );
  expect(left(0)).toEqual({ seconds: 900, unknown: 1 });
  expect(left(450)).toEqual({ seconds: 450, unknown: 1 });
  // a recording may be longer than its feed says
  expect(left(700)).toEqual({ seconds: 300, unknown: 1 });
  expect(
    timeLeft(
      emptyQueue,
      () => 0,
      () => 1,
    ),
  ).toEqual({ seconds: 0, unknown: 0 });
});
