import { askSource } from '../../utils/actions/ask-source';
import { documentFacts } from '../../utils/actions/document-kind';
import { rowAfter } from '../../utils/actions/feed-row';
import { type Finding, nothingNew, nothingNewIn } from '../../utils/actions/finding';
import type { Gate } from '../../utils/actions/gate';
import { newFeed, newSource } from '../../utils/actions/new-feed';
import { reachedBy } from '../../utils/actions/reach';
import { type Checks, Round } from '../../utils/actions/round';
import { sourceOf } from '../../utils/actions/source-row';
import { parseFeed } from '../../utils/feed/parse';
import type { Feed, Source } from '../../utils/model/feed';
import type { FetchAnswer } from '../../utils/net/answer';
import { dueAt, isDue, isHeld } from '../../utils/schedule/due';
import { heldWith } from '../../utils/schedule/hold';
import { isForced, leased } from '../../utils/schedule/lease';
import { putOff, withoutFailure } from '../../utils/schedule/offline';
import { activeIndex } from '../../utils/schedule/sources';
import type { PoliteWorld } from './polite-world';

/**
 * A reader whose rows are kept in memory: the rounds, queues, requests, parser and schedule are the real ones, and years
 * pass in seconds. What the database does with the same rows is tested where there is one.
 */
export class Reader {
  readonly feeds = new Map<number, Feed>();
  readonly #known = new Map<number, Set<string>>();

  /** Requests under way, by host. */
  readonly #asking = new Map<string, number>();

  /**
   * `beforeAsking` is waited for before each request, with the host and how many requests to it are under way here: a
   * server that counts connections can be given the time to notice that the last one was closed.
   */
  constructor(
    readonly world: PoliteWorld,
    private readonly beforeAsking: (host: string, underWay: number) => Promise<void> = async () => undefined,
  ) {}

  add(url: string, more: Partial<Feed> = {}): Feed {
    const sources = [newSource(url, true)];
    const id = this.feeds.size + 1;
    const known = { sources, addedAt: this.world.now(), nextCheckAt: this.world.now(), ...more };
    const feed: Feed = { ...newFeed(known), id };
    this.feeds.set(id, feed);
    return feed;
  }

  get(id: number): Feed {
    const feed = this.feeds.get(id);
    if (!feed) throw new Error(`No feed ${id}`);
    return feed;
  }

  /** Lives until then as the background does: sleeps to the next turn, half a minute at least, and polls. */
  async liveUntil(end: number, onTick: (now: number) => void = () => undefined): Promise<void> {
    for (;;) {
      const now = this.world.now();
      const next = Math.min(...[...this.feeds.values()].map(dueAt));
      this.world.time = Math.max(now + 30_000, Math.min(next, now + 3_600_000));
      if (this.world.time >= end) return;
      onTick(this.world.time);
      await this.poll();
    }
  }

  async poll(): Promise<void> {
    const due = [...this.feeds.values()].filter((feed) => isDue(feed, this.world.now()));
    const round = new Round(this.world, this.#checks);
    await Promise.all(due.map((feed) => round.check(feed)));
  }

  readonly #checks: Checks = {
    refresh: async (world, feedId, note, gate) => {
      const found = this.get(feedId);
      if (isHeld(found, world.now())) return { newEntries: 0, failed: false };
      const feed = leased(found, world.now());
      this.feeds.set(feedId, feed);
      const source = feed.sources[activeIndex(feed)];
      if (!source) throw new Error('No source');
      const answer = await this.#ask(source, gate);
      const finding = this.#findingOf(feed, answer);
      const after = { ...feed, ...rowAfter(world, feed, answer, finding) };
      this.feeds.set(feedId, after);
      this.#change(heldWith(after, [...this.feeds.values()], world.now()));
      const checked = {
        newEntries: finding.newEntries,
        failed: finding.problem !== null,
        isPage: finding.problem?.kind === 'not-a-feed',
      };
      note?.(reachedBy(feed, source, answer, checked));
      return checked;
    },
    assumeOffline: async (world, { failed, waiting }) => {
      for (const id of failed) this.feeds.set(id, withoutFailure(this.get(id), world.now()));
      for (const id of waiting) this.feeds.set(id, putOff(this.get(id), world.now()));
    },
  };

  async #ask(source: Source, gate?: Gate): Promise<FetchAnswer> {
    const { host } = new URL(source.url);
    const underWay = this.#asking.get(host) ?? 0;
    this.#asking.set(host, underWay + 1);
    await this.beforeAsking(host, underWay);
    try {
      return await askSource(this.world, source, isForced(source), gate);
    } finally {
      this.#asking.set(host, (this.#asking.get(host) ?? 1) - 1);
    }
  }

  #change(changes: Map<number, (feed: Feed) => Feed>): void {
    for (const [id, change] of changes) this.feeds.set(id, change(this.get(id)));
  }

  #findingOf(feed: Feed, answer: FetchAnswer): Finding {
    if (answer.kind === 'problem') return { ...nothingNew, outcome: 'failed', problem: answer.problem };
    const nothing = nothingNewIn(feed, answer);
    if (nothing || answer.kind !== 'body') return nothing ?? nothingNew;
    const parsed = parseFeed(answer.bytes, answer);
    if (!parsed) {
      const problem = { kind: 'not-a-feed', ...documentFacts(answer.bytes, answer.url) } as const;
      return { ...nothingNew, outcome: 'failed', problem };
    }
    const source = sourceOf(answer, parsed);
    const newEntries = this.#count(
      feed.id,
      parsed.entries.map((entry) => entry.id || entry.link || entry.title),
    );
    return { outcome: newEntries > 0 ? 'new' : 'unchanged', problem: null, newEntries, source, parsed };
  }

  #count(feedId: number, keys: string[]): number {
    const known = this.#known.get(feedId) ?? new Set();
    const before = known.size;
    for (const key of keys) known.add(key);
    this.#known.set(feedId, known);
    return known.size - before;
  }
}
