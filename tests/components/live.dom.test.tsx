import './extension-stand-in';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/list.css';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EntryList } from '../../components/shared/entry-list';
import { counts, loadFeeds } from '../../components/shared/feeds-state';
import { entryCount, moreEntries, openList, pages, setFilter } from '../../components/shared/list-state';
import { startLive } from '../../components/shared/live';
import { selectedId } from '../../components/shared/reading-state';
import { visit } from '../../components/shared/route';
import type { Scope } from '../../components/shared/route-hash';
import { commitCheck } from '../../utils/db/commit-check';
import { markRead, star } from '../../utils/db/mark';
import { removeFeed } from '../../utils/db/removal';
import { announce } from '../../utils/messages/changes';
import { addFeed, freshDatabase, newEntry } from '../db/support';
import { until } from './stage';

let host: HTMLElement;
let first = 0;
let other = 0;

startLive();

beforeEach(async () => {
  await freshDatabase();
  host = document.createElement('div');
  host.style.cssText = 'block-size: 500px; inline-size: 400px; display: flex; flex-direction: column';
  document.body.append(host);
  first = await addFeed('first');
  other = await addFeed('other');
});
afterEach(() => {
  render(null, host);
  host.remove();
  setFilter('unread');
});

/** So many articles of a feed, each older than the one before; gives their ids. */
async function store(feedId: number, count: number, newest = 1_000_000): Promise<number[]> {
  const added = Array.from({ length: count }, (_, i) => {
    const key = `${feedId}.${newest - i}`;
    return newEntry(key, { title: `Title ${key}`, link: `https://a.example/${key}`, sortAt: newest - i });
  });
  const { entryIds } = await commitCheck({ feedId, patch: {}, added });
  return entryIds;
}

async function show(scope: Scope): Promise<void> {
  visit({ scope, entryId: null });
  await loadFeeds();
  await openList();
  render(<EntryList label="Articles" />, host);
  // a list that opens goes to its top, after its first paint; a short one is there
  scroller().scrollTop = 5;
  await until(() => scroller().scrollTop === 0);
}

const scroller = () => host.querySelector<HTMLElement>('.list-scroller') ?? expect.fail('no list');
const row = (id: number | undefined) => host.querySelector<HTMLElement>(`[data-entry-id="${id}"]`);
const shown = () =>
  Array.from(host.querySelectorAll('[data-entry-id]'), (one) => Number(one.getAttribute('data-entry-id')));
const pill = () => host.querySelector<HTMLButtonElement>('.new-pill');

test('new articles wait behind a word that says so, and nothing moves until it is pressed', async () => {
  const ids = await store(first, 40);
  await show({ kind: 'feed', id: first });
  await until(() => row(ids[39]));
  scroller().scrollTop = 900;
  await until(() => scroller().scrollTop === 900);
  const before = shown();
  const place = row(ids[20])?.getBoundingClientRect().top;
  await store(other, 5, 2_000_000);
  const news = await store(first, 2, 3_000_000);
  announce({ kind: 'arrived', feedId: other, count: 5 });
  announce({ kind: 'arrived', feedId: first, count: 2 });
  // what came to a feed that is not in view does not count
  await until(() => pill()?.textContent?.includes('2 new articles'));
  await expect.poll(() => counts.value.get(first)?.total).toBe(42);
  expect([shown(), scroller().scrollTop, row(ids[20])?.getBoundingClientRect().top]).toEqual([
    before,
    900,
    place,
  ]);
  pill()?.click();
  await until(() => shown()[0] === news[0]);
  await expect.poll(() => [scroller().scrollTop, pill()]).toEqual([0, null]);
  expect(shown().slice(0, 3)).toEqual([...news, ids[0]]);
});

test('an empty list has nothing that could move: what comes is there', async () => {
  await show({ kind: 'unread' });
  expect(entryCount.value).toBe(0);
  const news = await store(first, 1);
  announce({ kind: 'arrived', feedId: first, count: 1 });
  await until(() => row(news[0]));
  expect(pill()).toBeNull();
});

test('what is marked elsewhere shows in its row, which stays where it is', async () => {
  const ids = await store(first, 5);
  await show({ kind: 'unread' });
  await until(() => row(ids[4]));
  expect(row(ids[1])?.querySelector('[data-star]')?.getAttribute('aria-pressed')).toBe('false');
  await markRead([ids[1] ?? 0], true, 5000);
  await star([ids[1] ?? 0], true);
  announce({ kind: 'entries', entryIds: [ids[1] ?? 0] });
  await until(() => row(ids[1])?.querySelector('[data-star]')?.getAttribute('aria-pressed') === 'true');
  const read = () => pages.value.flat().map(({ id, read }) => [id, read]);
  expect(read()).toEqual(ids.map((id, at) => [id, at === 1 ? 1 : 0]));
  expect(shown()).toEqual(ids);
  await expect.poll(() => counts.value.get(first)?.unread).toBe(4);
  await markRead(ids, true, 6000);
  announce({ kind: 'lists' });
  await expect.poll(read).toEqual(ids.map((id) => [id, 1]));
  expect(shown()).toEqual(ids);
});

test('articles of a feed that was let go of elsewhere leave, the others stay', async () => {
  const mine = await store(first, 3);
  const gone = await store(other, 3, 500_000);
  await show({ kind: 'all' });
  await until(() => row(gone[2]));
  expect(shown()).toEqual([...mine, ...gone]);
  await removeFeed(other, 5000);
  announce({ kind: 'feeds' });
  await expect.poll(shown).toEqual(mine);
});

test('far from the eye only the height of rows is left, and a row that is chosen there is brought back', async () => {
  const ids = await store(first, 400);
  await show({ kind: 'all' });
  while (entryCount.value < 400) await moreEntries();
  await until(() => row(ids[0]));
  const heightOf = () => host.querySelector<HTMLElement>('.list')?.offsetHeight ?? 0;
  // what is not near is not drawn
  await expect.poll(() => shown().includes(ids[399] ?? 0)).toBe(false);
  const height = heightOf();
  expect(height).toBeGreaterThan(400 * 20);
  scroller().scrollTop = scroller().scrollHeight;
  await until(() => row(ids[399]));
  await expect.poll(() => row(ids[0])).toBeNull();
  expect(shown().length).toBeLessThan(400);
  // a blank page is as tall as it was, to the pixel
  expect(Math.abs(heightOf() - height)).toBeLessThanOrEqual(8);
  const drawn = row(ids[399])?.getBoundingClientRect();
  expect(drawn?.top).toBeLessThan(scroller().getBoundingClientRect().bottom);
  selectedId.value = ids[120] ?? 0;
  await until(() => row(ids[120])?.ariaCurrent === 'true');
  const inSight = () => {
    const [frame, box] = [scroller(), row(ids[120])].map((one) => one?.getBoundingClientRect());
    return frame && box && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
  };
  await until(inSight);
  selectedId.value = null;
});
