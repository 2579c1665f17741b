import { sent } from './extension-stand-in';
import '../../components/shared/list.css';
import { beforeEach, expect, test } from 'vitest';
import { followFingers } from '../../components/shared/follow-fingers';
import { pages } from '../../components/shared/list-state';
import { settings } from '../../components/shared/settings-state';
import { defaultSettings } from '../../utils/model/settings';
import { newEntry } from '../db/support';

let row: HTMLElement;

beforeEach(() => {
  sent.length = 0;
  settings.value = defaultSettings;
  pages.value = [[{ ...newEntry('story').entry, id: 7, feedId: 1 }]];
  row = document.createElement('article');
  row.dataset.entryId = '7';
  document.body.replaceChildren(row);
  followFingers(row);
});

const touch = ([clientX, clientY]: readonly [number, number], identifier = 1) =>
  new Touch({ identifier, target: row, clientX, clientY });

function fire(type: string, touches: Touch[]): void {
  row.dispatchEvent(new TouchEvent(type, { touches, bubbles: true }));
}

function drag(...way: readonly (readonly [number, number])[]): void {
  const [first = [0, 0] as const, ...rest] = way;
  fire('touchstart', [touch(first)]);
  for (const place of rest) fire('touchmove', [touch(place)]);
}

/** What follows fingers is there: a first one has touched the list, and done nothing. */
async function followed(): Promise<void> {
  fire('touchstart', [touch([10, 10])]);
  fire('touchmove', [touch([60, 10])]);
  await expect.poll(() => row.dataset.swipe).toBe('right');
  fire('touchcancel', []);
}

const marked = () => sent.map(({ name, input }) => ({ name, ...(input as object) }));

test('a first touch that is over before what follows it has come is done all the same, and only once', async () => {
  drag([10, 10], [40, 12], [120, 14]);
  fire('touchend', []);
  await expect.poll(marked).toEqual([{ name: 'markRead', entryIds: [7], read: true }]);
  expect([row.style.translate, row.dataset.swipe]).toEqual(['', undefined]);
  drag([200, 10], [150, 12], [90, 14]);
  fire('touchend', []);
  expect(marked().slice(1)).toEqual([{ name: 'star', entryIds: [7], starred: true }]);
});

test('a finger to the right marks, to the left stars, and says so before it is lifted', async () => {
  await followed();
  drag([10, 10], [40, 12], [120, 14]);
  expect(row.dataset).toMatchObject({ swipe: 'right enough', hint: 'Mark as read' });
  fire('touchend', []);
  expect(marked()).toEqual([{ name: 'markRead', entryIds: [7], read: true }]);
  drag([200, 10], [150, 12]);
  expect(row.dataset).toMatchObject({ swipe: 'left', hint: 'Star' });
  fire('touchmove', [touch([90, 14])]);
  fire('touchend', []);
  expect(marked().at(-1)).toEqual({ name: 'star', entryIds: [7], starred: true });
  expect([row.style.translate, row.dataset.swipe]).toEqual(['', undefined]);
});

test('the same again takes it back', async () => {
  await followed();
  drag([10, 10], [40, 12], [120, 14]);
  fire('touchend', []);
  drag([10, 10], [40, 12], [120, 14]);
  expect(row.dataset.hint).toBe('Mark as unread');
  fire('touchend', []);
  expect(marked().at(-1)).toEqual({ name: 'markRead', entryIds: [7], read: false });
});

test("a scroll, a short way, a way back, a second finger and the browser's own do nothing", async () => {
  await followed();
  drag([10, 10], [12, 60], [160, 90]);
  fire('touchend', []);
  drag([10, 10], [40, 12], [60, 12]);
  fire('touchend', []);
  drag([10, 10], [40, 12], [140, 12], [30, 12]);
  fire('touchend', []);
  drag([10, 10], [40, 12], [140, 12]);
  fire('touchstart', [touch([140, 12]), touch([10, 90], 2)]);
  fire('touchend', []);
  drag([10, 10], [40, 12], [140, 12]);
  fire('touchcancel', []);
  expect(marked()).toEqual([]);
  expect([row.style.translate, row.dataset.swipe]).toEqual(['', undefined]);
});

test('the reader says which way does what', async () => {
  await followed();
  settings.value = { ...defaultSettings, swipeRight: 'none', swipeLeft: 'read' };
  drag([10, 10], [40, 12], [140, 12]);
  expect(row.style.translate).toBe('');
  fire('touchend', []);
  expect(marked()).toEqual([]);
  drag([210, 10], [140, 12], [90, 12]);
  fire('touchend', []);
  expect(marked()).toEqual([{ name: 'markRead', entryIds: [7], read: true }]);
});
