import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitCheck } from '../../utils/db/commit-check';
import { allFeeds } from '../../utils/db/count-rows';
import { countUnread } from '../../utils/db/counts';
import { type EntryFilter, listEntries } from '../../utils/db/entry-lists';
import { markRead, star } from '../../utils/db/mark';
import { finishMarkAll, markAllRead, undoMarkAll } from '../../utils/db/mark-all';
import { tallyOf } from '../../utils/db/mark-tally';
import { closeDatabase } from '../../utils/db/open';
import { removeFeed, restoreFeed } from '../../utils/db/removal';
import { needTags, tagEntries } from '../../utils/db/tags';
import { read, write } from '../../utils/db/transaction';
import { startUndo } from '../../utils/db/undo-mark-all';
import { moveWatermarks } from '../../utils/db/watermarks';
import { isRead } from '../../utils/model/entry';
import { randomFrom } from '../random';
import { withAbortAt } from './aborts';
import { PlainModel } from './plain-model';
import { addFeed, freshDatabase, newEntry } from './support';

/**
 * Random histories against a plain model. After every step: each entry is read or unread and starred as the model says,
 * the stored counts, those of marks too, are what a recount gives, rows are truthful unless a mark-all is under way, lists agree.
 * A failing history is named by its seed.
 */
const histories = 500;
const stepsEach = 18;
const stores = [
  'feeds',
  'folders',
  'entries',
  'bodies',
  'counts',
  'journal',
  'meta',
  'seen',
  'tags',
] as const;

beforeAll(freshDatabase);
afterAll(closeDatabase);

class History {
  readonly pick: (below: number) => number;
  now = 1_000_000;
  model = new PlainModel([]);
  log: string[] = [];

  get isQuarrel(): boolean {
    return this.seed % 2 === 1;
  }

  constructor(readonly seed: number) {
    const random = randomFrom(seed);
    this.pick = (below) => Math.floor(random() * below);
  }

  async run(): Promise<void> {
    await write('poll', [...stores], async (tx) => {
      await Promise.all(stores.map((name) => tx.objectStore(name).clear()));
    });
    const feedIds = [await addFeed('a')];
    if (!this.isQuarrel) feedIds.push(await addFeed('b'), await addFeed('c'));
    this.model = new PlainModel(feedIds);
    await needTags(['1', '2', '3']);
    for (let step = 0; step < stepsEach; step++) {
      // the clock is set back now and then
      this.now += this.pick(12) === 0 ? -50_000 : 1 + this.pick(1000);
      await this.step();
      await this.check();
    }
    await this.settle();
    await this.check();
  }

  /** Half of the histories are quarrels: one feed, mark-alls upon mark-alls that are killed, undone and contradicted. */
  private async step(): Promise<void> {
    const { poll, mark, markAll, undo, finishSome, settle, starSome, tagSome, bin, restart } = this;
    const usual = [
      poll,
      poll,
      poll,
      mark,
      mark,
      mark,
      starSome,
      tagSome,
      tagSome,
      markAll,
      markAll,
      markAll,
      undo,
      undo,
    ];
    const rare = [finishSome, settle, bin, restart];
    const steps = this.isQuarrel
      ? [poll, mark, mark, mark, tagSome, markAll, markAll, undo, finishSome]
      : [...usual, ...rare];
    await steps[this.pick(steps.length)]?.call(this);
  }

  /** Runs a step that is one transaction, in one of four cases aborted at some request: then nothing of it holds. */
  private async maybeAborted(name: string, act: () => Promise<void>): Promise<void> {
    this.log.push(name);
    if (this.pick(4) > 0) return act();
    const { wasAborted, error } = await withAbortAt(1 + this.pick(8), act);
    this.log.push(wasAborted ? 'aborted' : 'not aborted');
    if (error && !wasAborted) throw error;
  }

  private async poll(): Promise<void> {
    const feedId = this.feed();
    const known = this.model.of(feedId).map((entry) => entry.key);
    const added = Array.from({ length: 1 + this.pick(9) }, () => {
      const isKnown = known.length > 0 && this.pick(3) === 0;
      const key = isKnown ? (known[this.pick(known.length)] ?? '') : `k${this.pick(1e9)}`;
      return newEntry(key, { sortAt: 100 * this.pick(6), arrivedAt: this.now }, 1 + this.pick(3));
    });
    const once = added.filter(
      (item, i) => added.findIndex((other) => other.entry.key === item.entry.key) === i,
    );
    await this.maybeAborted(`poll ${feedId}: ${once.length}`, async () => {
      const { entryIds } = await commitCheck({ feedId, patch: { lastSuccessAt: this.now }, added: once });
      this.model.add(feedId, entryIds, once);
    });
  }

  private async mark(): Promise<void> {
    const ids = this.some();
    const isToBeRead = this.pick(this.isQuarrel ? 4 : 2) === 0;
    await this.maybeAborted(`mark ${ids} ${isToBeRead}`, async () => {
      const changed = await markRead(ids, isToBeRead, this.now);
      const isSettled = this.model.unsettled.size === 0;
      const meant = this.model.markRead(ids, isToBeRead);
      if (isSettled) expect(changed).toBe(meant);
    });
  }

  private async starSome(): Promise<void> {
    const ids = this.some();
    const isToBeStarred = this.pick(3) > 0;
    await this.maybeAborted(`star ${ids} ${isToBeStarred}`, async () => {
      expect(await star(ids, isToBeStarred)).toBe(this.model.star(ids, isToBeStarred));
    });
  }

  private async tagSome(): Promise<void> {
    const ids = this.some();
    const tags = [1 + this.pick(3)];
    const isToBeTagged = this.pick(3) > 0;
    await this.maybeAborted(`tag ${ids} with ${tags}: ${isToBeTagged}`, async () => {
      await tagEntries(ids, isToBeTagged ? { add: tags } : { remove: tags });
    });
  }

  /** Whole, or killed after its first transaction; with a time or without. */
  private async markAll(): Promise<void> {
    const { model } = this;
    const feedIds = model.feedIds.filter(() => this.isQuarrel || this.pick(3) > 0);
    const arrivals = [...model.entries.values()].map((entry) => entry.arrivedAt);
    const before = this.pick(2) === 0 ? arrivals[this.pick(arrivals.length)] : undefined;
    const input = { feedIds, now: this.now, ...(before === undefined ? {} : { before }) };
    const isKilled = this.pick(2) === 0 && model.unsettled.size === 0;
    await this.maybeAborted(`mark all ${feedIds} before ${before}, killed ${isKilled}`, async () => {
      const { changed, undoId } = await (isKilled ? moveWatermarks(input) : markAllRead(input));
      const meant = model.meant(feedIds, before);
      expect(changed).toBe(meant.length);
      model.markAll(meant, undoId);
    });
  }

  private async undo(): Promise<void> {
    const ids = [...this.model.marks.keys()];
    const undoId = ids[this.pick(ids.length)];
    if (undoId === undefined) return;
    if (!(await this.isKept(undoId))) return;
    const isKilled = this.pick(3) === 0;
    await this.maybeAborted(`undo ${undoId}, killed ${isKilled}`, async () => {
      const changed = isKilled ? null : await undoMarkAll(undoId);
      if (isKilled) await startUndo(undoId);
      const wasSettled = this.model.unsettled.size === 0;
      const meant = this.model.undo(undoId);
      if (changed !== null && wasSettled) expect(changed).toBe(meant);
    });
  }

  private async finishSome(): Promise<void> {
    const limits = { transactions: this.pick(4), rows: 1 + this.pick(4) };
    await this.maybeAborted(`finish ${JSON.stringify(limits)}`, async () => {
      if (await finishMarkAll(limits)) this.model.unsettled.clear();
    });
  }

  private async settle(): Promise<void> {
    this.log.push('finish');
    expect(await finishMarkAll()).toBe(true);
    this.model.unsettled.clear();
  }

  private async bin(): Promise<void> {
    const feedId = this.feed();
    const isRemoved = this.model.removed.has(feedId);
    await this.maybeAborted(`${isRemoved ? 'restore' : 'remove'} ${feedId}`, async () => {
      await (isRemoved ? restoreFeed(feedId) : removeFeed(feedId, this.now));
      if (isRemoved) this.model.removed.delete(feedId);
      else this.model.removed.add(feedId);
    });
  }

  private async restart(): Promise<void> {
    this.log.push('restart');
    await closeDatabase();
  }

  private async check(): Promise<void> {
    await this.checkRows();
    if (this.model.unsettled.size > 0) return;
    const { feedIds, removed } = this.model;
    const filter = (['unread', 'all', 'starred'] as const)[this.pick(3)] ?? 'all';
    const some = this.pick(2) === 0 ? undefined : feedIds.filter(() => this.pick(2) === 0);
    const listed = await allPages(filter, some, 3 + this.pick(9));
    const scope = some ?? feedIds.filter((id) => !removed.has(id));
    expect(listed, `${filter} of ${some}; ${this.story()}`).toEqual(this.model.list(filter, scope));
  }

  private async checkRows(): Promise<void> {
    const { rows, counts, pending } = await read(['entries', 'counts', 'journal'], async (tx) => ({
      rows: await tx.objectStore('entries').getAll(),
      counts: await tx.objectStore('counts').getAll(),
      pending: await tx.objectStore('journal').index('byPending').count(),
    }));
    expect(rows.length, this.story()).toBe(this.model.entries.size);
    const subscribed = counts.filter(({ feedId }) => feedId !== allFeeds && !this.model.removed.has(feedId));
    const sum = subscribed.reduce((unread, row) => unread + row.unread, 0);
    expect(await countUnread(), this.story()).toBe(sum);
    for (const { feedId, ...stored } of counts) {
      if (feedId === allFeeds) continue;
      const own = rows.filter((row) => row.feedId === feedId).map((row) => ({ ...row, id: row.id ?? 0 }));
      const holds = own.map((row) => isRead(row, { feedId, ...stored }));
      const recount = {
        total: own.length,
        unread: holds.filter((value) => !value).length,
        starred: own.filter((row) => row.starred === 1).length,
      };
      expect(stored, this.story()).toMatchObject(recount);
      const unread = own.filter((_, i) => !holds[i]);
      const { marked = {}, unreadMarked = {} } = stored;
      expect({ marked, unreadMarked }, this.story()).toEqual({
        marked: tallyOf(own),
        unreadMarked: tallyOf(unread),
      });
      for (const [i, row] of own.entries()) {
        const meant = this.model.entries.get(row.id);
        const seen = { ...meant, isStarred: row.starred === 1, contentHash: row.contentHash };
        const isUnsettled = this.model.unsettled.has(row.id);
        expect(isUnsettled ? seen : { ...seen, isRead: holds[i] }, this.story()).toEqual(meant);
        expect(row.starSort, this.story()).toBe(row.starred === 1 ? row.sortAt : undefined);
        if (pending === 0) expect(row.read === 1, this.story()).toBe(holds[i]);
      }
    }
  }

  private story(): string {
    return `seed ${this.seed}: ${this.log.join('; ')}`;
  }

  private feed(): number {
    return this.model.feedIds[this.pick(this.model.feedIds.length)] ?? 0;
  }

  private some(): number[] {
    const ids = [...this.model.entries.keys()];
    const few = Array.from({ length: 1 + this.pick(5) }, () => ids[this.pick(ids.length)] ?? 0);
    return [...new Set(few)];
  }

  private isKept(undoId: number): Promise<boolean> {
    return read(['journal'], async (tx) => (await tx.objectStore('journal').get(undoId)) !== undefined);
  }
}

async function allPages(
  filter: EntryFilter,
  feedIds: number[] | undefined,
  limit: number,
): Promise<number[]> {
  const ids: number[] = [];
  let after: { sortAt: number; id: number } | undefined;
  for (;;) {
    const page = await listEntries({ filter, limit, ...(feedIds && { feedIds }), ...(after && { after }) });
    ids.push(...page.map((entry) => entry.id));
    after = page.at(-1);
    if (page.length < limit) return ids;
  }
}

const lanes = 8;
test.each(Array.from({ length: lanes }, (_, lane) => lane))(
  'random histories agree with the model (%i)',
  async (lane) => {
    for (let seed = lane; seed < histories; seed += lanes) {
      const history = new History(seed);
      await history.run().catch((error: unknown) => {
        throw new Error(
          `seed ${seed}: ${history.log.join('; ')}\n${error instanceof Error ? error.message : error}`,
        );
      });
    }
  },
  60_000,
);
