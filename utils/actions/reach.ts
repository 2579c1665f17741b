import type { Feed, Source } from '../model/feed';
import type { Problem } from '../model/problem';
import type { FetchAnswer } from '../net/answer';
import { readWebUrl } from '../text/address-url';

/** A server answered; one that always did so far did not; or the check says nothing of the network. */
export type Reached = 'answered' | 'silent' | 'unknown';

const network = new Set<Problem['kind']>(['unreachable', 'timeout', 'offline']);

function host(address: string): string {
  return readWebUrl(address)?.host ?? '';
}

/**
 * What an answer tells of the way to the network. Only a feed that was well before is a witness: one that has been dead
 * for weeks says nothing of today. A page of another host in place of the feed is what a network's login looks like.
 */
export function reachedBy(feed: Feed, source: Source, answer: FetchAnswer, failed: boolean): Reached {
  const isWitness = feed.failures === 0 && feed.lastSuccessAt !== null;
  if (answer.kind === 'problem' && answer.status === 0) {
    return isWitness && network.has(answer.problem.kind) ? 'silent' : 'unknown';
  }
  const isElsewhere = failed && host(answer.url) !== host(source.url);
  if (!isElsewhere) return 'answered';
  return isWitness ? 'silent' : 'unknown';
}

/** So many hosts in a row without an answer from any between, and it is our own connection that is down. */
const hostsUntilOffline = 3;

/** Watches a round for the moment when the network, and no server, is at fault (polling S-7). */
export class Reach {
  #silent = new Map<string, number[]>();

  /** The feeds whose failures are not their own, once that is known; empty before. */
  note({ id, sources }: Feed, reached: Reached): number[] {
    if (reached === 'answered') this.#silent.clear();
    if (reached !== 'silent') return [];
    const name = host(sources[0]?.url ?? '');
    this.#silent.set(name, [...(this.#silent.get(name) ?? []), id]);
    if (this.#silent.size < hostsUntilOffline) return [];
    const feedIds = [...this.#silent.values()].flat();
    this.#silent = new Map();
    return feedIds;
  }
}
