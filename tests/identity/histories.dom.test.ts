import { afterAll, beforeAll, expect, test } from 'vitest';
import { sortDocument } from '../../utils/actions/sort-document';
import { commitCheck } from '../../utils/db/commit-check';
import { listEntries } from '../../utils/db/entry-lists';
import { markRead, star } from '../../utils/db/mark';
import { finishMarkAll, markAllRead } from '../../utils/db/mark-all';
import { closeDatabase } from '../../utils/db/open';
import { pruneFeed } from '../../utils/db/prune';
import { repairCounts } from '../../utils/db/repair';
import { write } from '../../utils/db/transaction';
import type { ParsedEntry, ParsedFeed } from '../../utils/model/parsed';
import { withAbortAt } from '../db/aborts';
import { addFeed, freshDatabase } from '../db/support';
import { type PolledStore, runHistory } from './history';
import { type StoredEntry, shortRetention } from './model';

beforeAll(freshDatabase);
afterAll(closeDatabase);

/** What a check stores, in a real database; a kill aborts the transaction that it meets. */
class RealStore implements PolledStore {
  constructor(readonly feedId: number) {}

  async poll(entries: ParsedEntry[], now: number, killAt: number): Promise<boolean> {
    const sorted = await sortDocument(this.feedId, { ...document, entries }, now);
    const check = { feedId: this.feedId, patch: { lastSuccessAt: now }, ...sorted, areNew: true };
    if (killAt === 0) {
      await commitCheck(check);
      return false;
    }
    const { wasAborted, error } = await withAbortAt(killAt, () => commitCheck(check));
    if (error && !wasAborted) throw error;
    return wasAborted;
  }

  async entries(): Promise<StoredEntry[]> {
    const entries = await listEntries({ filter: 'all', feedIds: [this.feedId], limit: 1000 });
    return entries.map(({ id, title, read, starred }) => ({
      id,
      title,
      isRead: read === 1,
      isStarred: starred === 1,
    }));
  }

  async markRead(ids: number[], isToBeRead: boolean, now: number): Promise<void> {
    await markRead(ids, isToBeRead, now);
  }

  async markAllRead(now: number): Promise<void> {
    await markAllRead({ feedIds: [this.feedId], now });
  }

  async star(ids: number[], isToBeStarred: boolean): Promise<void> {
    await star(ids, isToBeStarred);
  }

  /** Once killed in the middle, then again and whole. */
  async prune(now: number): Promise<void> {
    await finishMarkAll();
    await withAbortAt(3, () => pruneFeed(this.feedId, shortRetention, now));
    await pruneFeed(this.feedId, shortRetention, now);
  }

  restart(): Promise<void> {
    return closeDatabase();
  }
}

const document: ParsedFeed = {
  format: 'rss',
  version: '2.0',
  title: 'Paper',
  link: 'https://paper.example/',
  description: '',
  language: '',
  icon: '',
  image: '',
  id: '',
  updated: null,
  author: '',
  ttlMinutes: null,
  skipHours: [],
  skipDays: [],
  updatePeriodMinutes: null,
  selfLink: '',
  hubs: [],
  nextPage: '',
  encoding: 'utf-8',
  truncated: false,
  entries: [],
};

const lanes = 4;
const histories = 80;
test.each(Array.from({ length: lanes }, (_, lane) => lane))(
  'once read, an article is never unread again (%i)',
  async (lane) => {
    for (let seed = lane; seed < histories; seed += lanes) {
      // every history begins at the same time: no stamp of a later one may be there
      await write('poll', ['meta'], (tx) => tx.objectStore('meta').clear());
      await runHistory(10_000 + seed, new RealStore(await addFeed(`${seed}`)));
    }
    expect(await repairCounts()).toEqual([]);
  },
  60_000,
);
