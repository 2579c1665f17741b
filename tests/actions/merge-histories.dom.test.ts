import { expect, test } from 'vitest';
import { markAllRead } from '../../utils/actions/mark-all-read';
import { finishMerge, mergeFeeds, undoMerge } from '../../utils/actions/merge-feeds';
import { sortDocument } from '../../utils/actions/sort-document';
import { commitCheck } from '../../utils/db/commit-check';
import { getFeed } from '../../utils/db/feeds';
import { markRead } from '../../utils/db/mark';
import { pruneFeed } from '../../utils/db/prune';
import { repairCounts } from '../../utils/db/repair';
import { parseFeed } from '../../utils/feed/parse';
import { defaultRetention } from '../../utils/model/retention';
import { withAbortAt } from '../db/aborts';
import { addFeed, freshDatabase } from '../db/support';
import { randomFrom } from '../random';
import { listAll, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

const retention = { ...defaultRetention, bodyDays: 1, rowDays: 2, keptRows: 2 };
const day = 86_400_000;
const histories = 24;
const steps = 16;

/** Two feeds of the same articles, at an address each: what the reader has read of each, and what came at all. */
class History {
  readonly world = new TestWorld();
  readonly feeds: number[] = [];
  readonly #read = new Map<number, Set<string>>();
  readonly #came = new Map<number, Set<string>>();
  readonly story: string[] = [];
  #published = 0;
  /** What `into` had read before, and the reader since, as long as both are one. */
  #merged: { undoId: number; before: Set<string>; since: Set<string> } | null = null;
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  pick = (below: number) => Math.floor(this.#random() * below);

  async begin(): Promise<void> {
    for (const name of ['from', 'into']) {
      const id = await addFeed(name);
      this.feeds.push(id);
      this.#read.set(id, new Set());
      this.#came.set(id, new Set());
    }
  }

  async step(): Promise<void> {
    this.world.time += this.pick(2) === 0 ? 3_600_000 : day * (1 + this.pick(2));
    const acts = [this.#poll, this.#poll, this.#poll, this.#mark, this.#markAll, this.#prune, this.#turn];
    await acts[this.pick(acts.length)]?.call(this);
    await this.#check();
  }

  /** The next articles, or the last ones again, through one of the addresses. */
  async #poll(): Promise<void> {
    const at = this.pick(2);
    const [own = 0, into = 0] = [this.feeds[at], this.feeds[1]];
    const feedId = this.#merged ? into : own;
    this.#published += this.pick(3);
    const numbers = Array.from({ length: 5 }, (_, i) => this.#published - i).filter(
      // the oldest always: what is older than all that a feed began with is an archive
      (_, i) => i === 4 || this.pick(4) > 0,
    );
    const items = numbers.map((n) => {
      const link = `https://paper.example/${n}`;
      const date = new Date(Date.UTC(2026, 0, 1) + n * 3_700_000).toUTCString();
      return `<item><title>Article ${n}</title><link>${link}</link><guid>${at} ${n}</guid><pubDate>${date}</pubDate></item>`;
    });
    const text = `<rss version="2.0"><channel><title>Paper</title>${items.join('')}</channel></rss>`;
    const parsed = parseFeed(new TextEncoder().encode(text), { url: '', contentType: '' });
    if (!parsed) throw new Error('no feed');
    const sent = { sentBy: (await getFeed(own))?.sources[0]?.url ?? '', sentAt: this.world.time };
    const { added, ...sorted } = await sortDocument(feedId, parsed, this.world.time);
    const mine = added.map((item) => ({ ...item, body: { ...item.body, ...sent } }));
    await commitCheck({ feedId, patch: {}, ...sorted, added: mine });
    for (const n of numbers) this.#came.get(feedId)?.add(`Article ${n}`);
    this.story.push(`polled ${feedId} at ${at}: ${numbers.join(' ')}`);
  }

  async #mark(): Promise<void> {
    const some = (await listAll()).filter(({ read }) => read === 0 && this.pick(2) === 0);
    await markRead(
      some.map(({ id }) => id),
      true,
      this.world.time,
    );
    for (const { feedId, title } of some) this.#noteRead(feedId, title);
    this.story.push(`read ${some.map(({ title }) => title).join(', ')}`);
  }

  async #markAll(): Promise<void> {
    const [, into = 0] = this.feeds;
    const all = (await listAll()).filter(({ feedId, read }) => feedId === into && read === 0);
    await markAllRead(this.world, { feedId: into });
    for (const { title } of all) this.#noteRead(into, title);
    this.story.push('read all');
  }

  #noteRead(feedId: number, title: string): void {
    this.#read.get(feedId)?.add(title);
    this.#merged?.since.add(title);
  }

  async #prune(): Promise<void> {
    for (const id of this.feeds) await pruneFeed(id, retention, this.world.time);
    this.story.push('pruned');
  }

  /** Merges, or takes that back; every other time it is killed once in the middle. */
  async #turn(): Promise<void> {
    const [from = 0, into = 0] = this.feeds;
    const [ofFrom, ofInto] = [this.#of(this.#read, from), this.#of(this.#read, into)];
    const killAt = this.pick(2) * (1 + this.pick(60));
    if (this.#merged) {
      const { undoId, before, since } = this.#merged;
      await this.#killed(killAt, () => undoMerge(this.world, { undoId }));
      this.story.push(`taking back, killed at ${killAt}`);
      // killed before it had begun
      if ((await getFeed(from))?.removedAt !== null) return;
      this.#merged = null;
      this.#read.set(into, new Set([...before, ...since]));
      this.#read.set(from, new Set([...ofFrom, ...since]));
      this.story.push(`taken back, killed at ${killAt}`);
      return;
    }
    const before = new Set(ofInto);
    // of what was pruned there is nothing that could come over
    const there = new Set((await listAll()).flatMap((one) => (one.feedId === from ? one.title : [])));
    let undoId = 0;
    await this.#killed(killAt, async () => {
      undoId = (await mergeFeeds(this.world, { feedId: from, into })).undoId;
    });
    this.story.push(`merging, killed at ${killAt}`);
    if ((await getFeed(from))?.removedAt === null) return;
    this.#merged = { undoId: undoId || this.world.time, before, since: new Set() };
    this.#read.set(into, new Set([...ofInto, ...[...ofFrom].filter((title) => there.has(title))]));
    for (const title of this.#of(this.#came, from)) this.#of(this.#came, into).add(title);
    this.story.push('merged');
  }

  async #killed(at: number, work: () => Promise<unknown>): Promise<void> {
    if (at === 0) await work();
    else await withAbortAt(at, work);
    await finishMerge(this.world);
  }

  #of(sets: ReadonlyMap<number, Set<string>>, feedId: number): Set<string> {
    return sets.get(feedId) ?? new Set();
  }

  async #check(): Promise<void> {
    const all = await listAll();
    const wrong = all.filter(
      ({ feedId, title, read }) => read === 0 && this.#of(this.#read, feedId).has(title),
    );
    expect(wrong.map(({ title, feedId }) => `${title} of ${feedId} is unread again`)).toEqual([]);
    const titles = new Set(all.map(({ title }) => title));
    const read = new Set([...this.#read.values()].flatMap((set) => [...set]));
    const came = this.feeds.flatMap((id) => [...this.#of(this.#came, id)]);
    expect(came.filter((title) => !titles.has(title) && !read.has(title))).toEqual([]);
    const twice = all.map(({ feedId, title }) => `${title} of ${feedId}`);
    expect(twice.filter((name, i) => twice.indexOf(name) !== i)).toEqual([]);
    expect(await repairCounts(this.world.time)).toEqual([]);
  }
}

const lanes = 4;
test.each(Array.from({ length: lanes }, (_, lane) => lane))(
  'merges, polls, marks and prunes in any order: nothing read is unread again, nothing unread is lost (%i)',
  async (lane) => {
    for (let seed = lane; seed < histories; seed += lanes) {
      await freshDatabase();
      const history = new History(seed);
      await history.begin();
      try {
        for (let step = 0; step < steps; step++) await history.step();
      } catch (error) {
        throw new Error(`seed ${seed}: ${error}\n${history.story.join('\n')}`);
      }
    }
  },
  60_000,
);
