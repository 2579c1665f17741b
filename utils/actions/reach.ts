import type { Feed, Source } from '../model/feed';
import type { Problem } from '../model/problem';
import type { FetchAnswer } from '../net/answer';
import { readWebUrl } from '../text/address-url';
import type { Refreshed } from './store-document';

/** A server answered; one that always did so far did not; or the check says nothing of the network. */
export type Reached = 'answered' | 'silent' | 'unknown';

const network = new Set<Problem['kind']>(['unreachable', 'timeout', 'offline']);

function host(address: string): string {
  return readWebUrl(address)?.host ?? '';
}

/**
 * What an answer tells of the way to the network. Only a feed that was well before is a witness: one that has been dead
 * for weeks says nothing of today. A page in place of the feed, be it of another host or at its own address, is what a
 * network's login looks like, and so is the status made for it (511, RFC 6585 section 6).
 */
export function reachedBy(
  feed: Feed,
  source: Source,
  answer: FetchAnswer,
  { failed, isPage = false }: Pick<Refreshed, 'failed' | 'isPage'>,
): Reached {
  const isWitness = feed.failures === 0 && feed.lastSuccessAt !== null;
  if (answer.kind === 'problem' && answer.status === 0) {
    return isWitness && network.has(answer.problem.kind) ? 'silent' : 'unknown';
  }
  const isElsewhere = failed && host(answer.url) !== host(source.url);
  const isLogin = isElsewhere || isPage || answer.status === 511;
  if (!isLogin || (feed.offlineRounds ?? 0) >= loginRounds) return 'answered';
  return isWitness ? 'silent' : 'unknown';
}

/** Rounds of at most an hour: nobody leaves a network's login unanswered for longer, and its pages are the feeds' own. */
const loginRounds = 24;

/** So many hosts in a row without an answer from any between, and it is our own connection that is down. */
const hostsUntilOffline = 3;

/** Watches a round for the moment when the network, and no server, is at fault (polling S-7). */
export class Reach {
  #silent = new Map<string, number[]>();
  #isDown = false;

  /** The feeds whose failures are not their own, once that is known; empty before. Those asked already follow one by one. */
  note({ id, sources }: Feed, reached: Reached): number[] {
    if (reached === 'answered') {
      this.#silent.clear();
      this.#isDown = false;
    }
    if (reached !== 'silent') return [];
    if (this.#isDown) return [id];
    const name = host(sources[0]?.url ?? '');
    this.#silent.set(name, [...(this.#silent.get(name) ?? []), id]);
    if (this.#silent.size < hostsUntilOffline) return [];
    const feedIds = [...this.#silent.values()].flat();
    this.#silent = new Map();
    this.#isDown = true;
    return feedIds;
  }
}
