import { expect, test } from 'vitest';
import { newFeed, newSource } from '../../utils/actions/new-feed';
import { Reach } from '../../utils/actions/reach';

const feed = (id: number, host: string) => ({
  ...newFeed({ sources: [newSource(`https://${host}/feed`, false)], addedAt: 0, nextCheckAt: 0 }),
  id,
});

test('three silent hosts in a row are our own connection: with all their feeds', () => {
  const reach = new Reach();
  expect(reach.note(feed(1, 'a.example'), 'silent')).toEqual([]);
  expect(reach.note(feed(2, 'a.example'), 'silent')).toEqual([]);
  expect(reach.note(feed(3, 'b.example'), 'unknown')).toEqual([]);
  expect(reach.note(feed(4, 'c.example'), 'silent')).toEqual([]);
  expect(reach.note(feed(5, 'd.example'), 'silent')).toEqual([1, 2, 4, 5]);
  expect(reach.note(feed(6, 'e.example'), 'silent')).toEqual([]);
});

test('an answer between them shows that the way is open', () => {
  const reach = new Reach();
  reach.note(feed(1, 'a.example'), 'silent');
  reach.note(feed(2, 'b.example'), 'silent');
  reach.note(feed(3, 'c.example'), 'answered');
  expect(reach.note(feed(4, 'd.example'), 'silent')).toEqual([]);
});
