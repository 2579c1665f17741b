import type { Feed } from '../model/feed';
import { sourceToAsk } from '../schedule/sources';
import { isPrivateHost } from '../text/address';
import { readWebUrl } from '../text/address-url';
import type { Offline } from './assume-offline';
import { gateFor } from './gate';
import { HostQueue } from './host-queue';
import { Reach, type Reached } from './reach';
import { refreshFeed } from './refresh';
import { showBadge } from './show-badge';
import type { Refreshed } from './store-document';
import type { World } from './world';

/** Requests at a time, each to another host. */
const parallel = 6;
/** Feeds at a time, each of another host: while some are asked, rows of others are written. */
const inHand = 14;
/** Between two requests to one host. The reader's own machine and house need no such care. */
const restMs = 2000;
/** How often the badge and the stored progress follow. */
const paceMs = 500;
/** How often pages are told; and of the last feed, always. */
const tellMs = 100;

/** What a round does with its feeds. */
export interface Checks {
  refresh: typeof refreshFeed;
  assumeOffline(world: World, found: Offline): Promise<void>;
}

const ownChecks: Checks = {
  refresh: refreshFeed,
  assumeOffline: async (world, found) => (await import('./assume-offline')).assumeOffline(world, found),
};

/** Feeds being checked at one time, whoever asked for them: an alarm, the reader, both. */
export class Round {
  readonly #queue: HostQueue;
  readonly #checks = new Map<number, Promise<Refreshed>>();
  /** In this round, and not yet begun. */
  readonly #waiting = new Set<number>();
  readonly #reach = new Reach();
  readonly #gate = gateFor(parallel);
  #done = 0;
  #shownAt = 0;
  #toldAt = 0;

  constructor(
    private readonly world: World,
    private readonly checks: Checks = ownChecks,
  ) {
    const rest = async (host: string) => {
      const isNeeded = this.#waiting.size > 0 && !isPrivateHost(host.replace(/:\d+$/, ''));
      if (isNeeded) await world.pause(restMs);
    };
    this.#queue = new HostQueue({ limit: inHand, rest });
  }

  has({ id }: Feed): boolean {
    return this.#checks.has(id);
  }

  /** Checks a feed when its turn comes; one that is in this round already is not asked again. */
  check(feed: Feed): Promise<Refreshed> {
    const known = this.#checks.get(feed.id);
    if (known) return known;
    const host = readWebUrl(feed.sources[sourceToAsk(feed, this.world.now())]?.url ?? '')?.host ?? '';
    this.#waiting.add(feed.id);
    const check = this.#queue.run(host, () => this.#ask(feed));
    this.#checks.set(feed.id, check);
    void check.then(() => {
      this.#done++;
      this.#show();
    });
    return check;
  }

  async #ask(feed: Feed): Promise<Refreshed> {
    // Put off with all that waited, when the network was found to be down.
    if (!this.#waiting.delete(feed.id)) return { newEntries: 0, failed: true };
    let failed: number[] = [];
    const note = (reached: Reached) => {
      failed = this.#reach.note(feed, reached);
    };
    const refreshed = await this.checks.refresh(this.world, feed.id, note, this.#gate);
    if (failed.length > 0) await this.#giveUp(failed);
    return refreshed;
  }

  /** The network is down: what failed for it did not fail, and what waits is not asked. */
  async #giveUp(failed: number[]): Promise<void> {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    await this.checks.assumeOffline(this.world, { failed, waiting }).catch(() => undefined);
  }

  /** Tells the pages how far we are. */
  #show(): void {
    const { world } = this;
    const progress = { done: this.#done, total: this.#checks.size };
    const now = world.now();
    if (progress.done === progress.total || Math.abs(now - this.#toldAt) >= tellMs) {
      this.#toldAt = now;
      world.announce({ kind: 'progress', ...progress });
    }
    if (Math.abs(now - this.#shownAt) < paceMs) return;
    this.#shownAt = now;
    void Promise.allSettled([world.saveProgress(progress, now), showBadge(world)]);
  }
}
