import type { Feed } from '../model/feed';
import { readWebUrl } from '../text/address-url';
import { HostQueue } from './host-queue';
import { refreshFeed } from './refresh';
import { showBadge } from './show-badge';
import type { Refreshed } from './store-document';
import type { World } from './world';

/** Requests at a time, each to another host. */
const parallel = 6;
/** How often the badge and the stored progress follow. */
const paceMs = 500;

/** Feeds being checked at one time, whoever asked for them: an alarm, the reader, both. */
export class Round {
  readonly #queue = new HostQueue(parallel);
  readonly #checks = new Map<number, Promise<Refreshed>>();
  #done = 0;
  #shownAt = 0;

  constructor(private readonly world: World) {}

  has({ id }: Feed): boolean {
    return this.#checks.has(id);
  }

  /** Checks a feed when its turn comes; one that is in this round already is not asked again. */
  check(feed: Feed): Promise<Refreshed> {
    const known = this.#checks.get(feed.id);
    if (known) return known;
    const host = readWebUrl(feed.sources[0]?.url ?? '')?.host ?? '';
    const check = this.#queue.run(host, () => refreshFeed(this.world, feed.id));
    this.#checks.set(feed.id, check);
    void check.then(() => {
      this.#done++;
      this.#show();
    });
    return check;
  }

  /** Tells the pages how far we are. */
  #show(): void {
    const { world } = this;
    const progress = { done: this.#done, total: this.#checks.size };
    world.announce({ kind: 'progress', ...progress });
    const now = world.now();
    if (now - this.#shownAt < paceMs) return;
    this.#shownAt = now;
    void Promise.allSettled([world.saveProgress(progress, now), showBadge(world)]);
  }
}
