import { beforeEach, describe, expect, test } from 'vitest';
import { sortDocument } from '../../utils/actions/sort-document';
import { commitCheck } from '../../utils/db/commit-check';
import { countUnread, listCounts } from '../../utils/db/counts';
import { listEntries } from '../../utils/db/entry-lists';
import { addFeeds } from '../../utils/db/feeds';
import { finishMarkAll, markAllRead, undoMarkAll } from '../../utils/db/mark-all';
import { pruneFeed } from '../../utils/db/prune';
import { repairCounts } from '../../utils/db/repair';
import { parseFeed } from '../../utils/feed/parse';
import { defaultRetention } from '../../utils/model/retention';
import { fillStore } from '../bench/fill-store';
import { type Asked, askedBy } from './count-work';
import { freshDatabase, newFeed } from './support';

beforeEach(freshDatabase);

const feeds = 8;
const far = Date.now() + 1000 * 86_400_000;

/** A store with so many articles, every second read, and the ids of its feeds. */
async function storeWith(entries: number): Promise<number[]> {
  await freshDatabase();
  const ids = await addFeeds(Array.from({ length: feeds }, (_, i) => newFeed(`feed-${i}`)));
  await fillStore({ entries, everyRead: 2, bytesPerBody: 100 });
  return ids;
}

/** What the work takes at so many articles, and at twice as many. */
async function atTwice(work: (ids: number[]) => Promise<unknown>, entries = 1200): Promise<[Asked, Asked]> {
  const once = await storeWith(entries);
  const first = await askedBy(() => work(once));
  const twice = await storeWith(2 * entries);
  return [first, await askedBy(() => work(twice))];
}

/** The document of a feed with `known` articles that fillStore has put there, and as many new ones as `fresh`. */
function documentOf(fresh: number): Uint8Array {
  const items = Array.from(
    { length: fresh },
    (_, i) =>
      `<item><guid isPermaLink="false">fresh/${i}</guid><title>Fresh ${i}</title><link>https://new.example/${i}</link>` +
      `<pubDate>${new Date(far - i * 60_000).toUTCString()}</pubDate><description>Words of ${i}</description></item>`,
  );
  const text = `<rss version="2.0"><channel><title>T</title>${items.join('')}</channel></rss>`;
  return new TextEncoder().encode(text);
}

async function poll(feedId: number, fresh: number): Promise<void> {
  const parsed = parseFeed(documentOf(fresh), { url: 'https://feeds.example/feed.xml' });
  if (!parsed) throw new Error('no feed');
  const sorted = await sortDocument(feedId, parsed, far);
  expect(sorted.added).toHaveLength(fresh);
  await commitCheck({ feedId, patch: { nextCheckAt: far }, ...sorted, areNew: true });
}

describe('does not grow with the number of articles', () => {
  test('counts and the badge', async () => {
    const [once, twice] = await atTwice(async () => {
      await listCounts();
      await countUnread();
    });
    expect(twice).toEqual(once);
    expect(once.rows).toBeLessThanOrEqual(feeds + 2);
  });

  test('mark all as read, until it is answered; its undo likewise', async () => {
    const unread: number[] = [];
    const [once, twice] = await atTwice(async (ids) => {
      const { changed, undoId } = await markAllRead({ feedIds: ids, now: far });
      unread.push(changed, await countUnread(), await undoMarkAll(undoId), await countUnread());
    }, 2400);
    expect(unread).toEqual([1200, 0, 1200, 1200, 2400, 0, 2400, 2400]);
    expect(twice).toEqual(once);
    expect(once.requests).toBeLessThan(12 * feeds);
  });

  test('a page of a list', async () => {
    const [once, twice] = await atTwice(() => listEntries({ filter: 'unread', limit: 50 }));
    expect(twice).toEqual(once);
    expect(once.rows).toBeLessThan(50 + 2 * feeds + 10);
  });

  test('storing what a check found, a usual one and a first one', async () => {
    for (const fresh of [3, 30]) {
      const [once, twice] = await atTwice(([feedId = 0]) => poll(feedId, fresh), 4 * 30 * feeds);
      expect(twice.requests).toBe(once.requests);
      expect(twice.transactions).toBe(once.transactions);
    }
  });
});

describe('takes at most twice as much for twice the articles', () => {
  const isLinear = ([once, twice]: [Asked, Asked]) => {
    expect(once.rows).toBeGreaterThan(100);
    expect(twice.requests).toBeLessThanOrEqual(2.1 * once.requests);
    expect(twice.rows).toBeLessThanOrEqual(2.1 * once.rows);
    expect(twice.transactions).toBeLessThanOrEqual(2.1 * once.transactions);
  };

  test('what follows after a mark-all', async () => {
    const work = async (ids: number[]) => {
      await markAllRead({ feedIds: ids, now: far });
      await finishMarkAll();
    };
    isLinear(await atTwice(work));
  });

  test('letting old articles go', async () => {
    const work = (ids: number[]) =>
      Promise.all(ids.map((id) => pruneFeed(id, { ...defaultRetention, keptRows: 10 }, far)));
    const [once, twice] = await atTwice(work);
    expect((await listEntries({ filter: 'all', limit: 5000 })).length).toBeLessThan(2 * 1200);
    isLinear([once, twice]);
  });

  test('the look at all counts', async () => {
    isLinear(await atTwice(() => repairCounts()));
  });
});
