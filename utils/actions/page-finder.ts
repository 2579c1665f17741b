import type { Entry } from '../model/entry';
import type { Feed } from '../model/feed';
import { type Problem, ProblemError } from '../model/problem';
import { isHeld } from '../schedule/due';
import { isPrivateHost } from '../text/address';
import { readWebUrl } from '../text/address-url';
import { HostQueue } from './host-queue';
import type { World } from './world';

/** Pages at a time, each of another host; between two of one host as long as between two feeds. */
const parallel = 2;
const restMs = 2000;

/** Requests without any answer after which a host is left alone for the rest of the round. */
const silences = 2;

const passing = new Set<Problem['kind']>(['offline', 'timeout', 'unreachable', 'http-status']);

/** Fetches articles' pages one after the other. One for each round. */
export class PageFinder {
  readonly #queue: HostQueue;
  readonly #silent = new Map<string, number>();

  constructor(private readonly world: World) {
    const rest = async (host: string) => {
      if (!isPrivateHost(host.replace(/:\d+$/, ''))) await world.pause(restMs);
    };
    this.#queue = new HostQueue({ limit: parallel, rest });
  }

  /** Whether to try again later, where the text could not be had. Rejects when nothing can be stored. */
  async find(entry: Entry, feed: Feed): Promise<boolean> {
    const host = readWebUrl(entry.link)?.host;
    if (host === undefined) return false;
    // its host wants to be left alone
    if (isHeld(feed, this.world.now())) return true;
    const { fetchFullText } = await import('./full-text');
    try {
      return await this.#queue.run(host, async () => {
        if ((this.#silent.get(host) ?? 0) >= silences) return true;
        await fetchFullText(this.world, { entryId: entry.id });
        return false;
      });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.kind.startsWith('storage')) throw error;
      const { kind } = error.problem;
      if (kind === 'timeout' || kind === 'unreachable')
        this.#silent.set(host, (this.#silent.get(host) ?? 0) + 1);
      return passing.has(kind);
    }
  }
}
