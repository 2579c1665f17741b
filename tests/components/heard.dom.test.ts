import './extension-stand-in';
import { beforeEach, expect, test } from 'vitest';
import { heardUpTo, isHeard, keepHeard, keepToEnd } from '../../components/shared/heard';
import { kept, writeElsewhere } from './extension-stand-in';

beforeEach(async () => {
  // the writes of the test before come to an end
  await new Promise((done) => setTimeout(done));
  await writeElsewhere('heard', null);
  await writeElsewhere('hearing', null);
});

test('a recording goes on where it was left', () => {
  keepHeard('https://a.example/1.mp3', 125.7, 3600);
  keepHeard('https://a.example/2.mp3', 40, 3600);
  expect(heardUpTo('https://a.example/1.mp3')).toBe(125);
  expect(heardUpTo('https://a.example/2.mp3')).toBe(40);
  expect(heardUpTo('https://a.example/3.mp3')).toBe(0);
});

test('at its end and at its start it begins anew', () => {
  keepHeard('https://a.example/1.mp3', 125, 3600);
  keepHeard('https://a.example/1.mp3', 3595, 3600);
  expect(heardUpTo('https://a.example/1.mp3')).toBe(0);
  keepHeard('https://a.example/1.mp3', 3, 3600);
  expect(heardUpTo('https://a.example/1.mp3')).toBe(0);
});

test('of a live stream, which has no end, the place is kept', () => {
  keepHeard('https://a.example/live', 60, Number.NaN);
  expect(heardUpTo('https://a.example/live')).toBe(60);
});

test('what was heard to its end is known, until it is heard again', () => {
  const address = 'https://a.example/1.mp3';
  keepHeard(address, 3595, 3600);
  expect(isHeard(address)).toBe(true);
  keepHeard(address, 2, 3600);
  expect(isHeard(address)).toBe(true);
  keepHeard(address, 60, 3600);
  expect([isHeard(address), heardUpTo(address)]).toEqual([false, 60]);
  keepToEnd(address);
  expect([isHeard(address), heardUpTo(address)]).toEqual([true, 0]);
});

test('the latest three hundred are kept', () => {
  for (let at = 0; at < 350; at++) keepHeard(`https://a.example/${at}`, 100, 1000);
  expect(heardUpTo('https://a.example/0')).toBe(0);
  expect(heardUpTo('https://a.example/349')).toBe(100);
  expect(kept.get('heard')).toHaveLength(300);
});

test('while one is heard, its place alone is written', () => {
  keepHeard('https://a.example/1.mp3', 100, 1000);
  const list = kept.get('heard');
  for (let seconds = 105; seconds < 200; seconds += 5) keepHeard('https://a.example/1.mp3', seconds, 1000);
  expect(kept.get('heard')).toBe(list);
  expect(kept.get('hearing')).toEqual(['https://a.example/1.mp3', 195]);
  keepHeard('https://a.example/2.mp3', 20, 1000);
  expect(kept.get('heard')).toEqual([['https://a.example/1.mp3', 195]]);
});

test('what another page keeps is known here, and nonsense in the storage does no harm', async () => {
  await writeElsewhere('hearing', ['https://a.example/1.mp3', 77]);
  expect(heardUpTo('https://a.example/1.mp3')).toBe(77);
  await writeElsewhere('heard', { __proto__: 1 });
  await writeElsewhere('hearing', [5, 'x']);
  expect(heardUpTo('https://a.example/1.mp3')).toBe(0);
  await writeElsewhere('heard', [['x', 'y'], 5, null, ['z', 9]]);
  expect([heardUpTo('x'), heardUpTo('z')]).toEqual([0, 9]);
});
