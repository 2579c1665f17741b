import type { Source } from '../model/feed';
import type { Problem } from '../model/problem';
import { type FetchAnswer, noTiming } from '../net/answer';
import { fetchFeed } from '../net/fetch-feed';
import { originPatterns } from '../text/address';
import type { World } from './world';

/** An answer that stands for a request which was not made. */
function unasked(url: string, problem: Problem): FetchAnswer {
  return { kind: 'problem', problem, status: 0, url, timing: noTiming, durationMs: 0 };
}

/**
 * Asks an address, if the reader lets us: without permission the request would still reach the server, and tell it who we
 * are, but its answer would be kept from us.
 */
export async function askSource(
  world: World,
  { url, privateAllowed, validators }: Pick<Source, 'url' | 'privateAllowed' | 'validators'>,
): Promise<FetchAnswer> {
  const allowed = await world.hasAccess(url);
  if (!allowed) return unasked(url, { kind: 'permission-missing', origins: originPatterns(url) });
  return fetchFeed({ url, privateAllowed, validators });
}
