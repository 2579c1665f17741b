import type { Source } from '../model/feed';
import type { Problem } from '../model/problem';
import { type FetchAnswer, noTiming } from '../net/answer';
import { fetchFeed } from '../net/fetch-feed';
import { isPrivateHost, originPatterns } from '../text/address';
import { readWebUrl } from '../text/address-url';
import { type Gate, openGate } from './gate';
import type { World } from './world';

/** An answer that stands for a request which was not made. */
function unasked(url: string, problem: Problem): FetchAnswer {
  return { kind: 'problem', problem, status: 0, url, timing: noTiming, durationMs: 0 };
}

/** The browser knows that it is offline; what runs on this machine or in this house may answer all the same. */
function isOutOfReach(url: string): boolean {
  return navigator.onLine === false && !isPrivateHost(readWebUrl(url)?.hostname ?? '');
}

/**
 * Asks an address, if the reader lets us: without permission the request would still reach the server, and tell it who we
 * are, but its answer would be kept from us. `whole` asks for the document past all validators and caches.
 */
export async function askSource(
  world: World,
  { url, privateAllowed, validators }: Pick<Source, 'url' | 'privateAllowed' | 'validators'>,
  whole = false,
  gate: Gate = openGate,
): Promise<FetchAnswer> {
  const allowed = await world.hasAccess(url);
  if (!allowed) return unasked(url, { kind: 'permission-missing', origins: originPatterns(url) });
  if (isOutOfReach(url)) return unasked(url, { kind: 'offline' });
  return gate(() => fetchFeed({ url, privateAllowed, validators, whole }));
}
