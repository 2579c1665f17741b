import { getFeed } from '../db/feeds';
import type { Input, Output } from '../messages/protocol';
import { privateHosts } from '../model/feed';
import { ProblemError } from '../model/problem';
import { askFile } from '../net/ask-file';
import { originPatterns } from '../text/address';
import { readWebUrl } from '../text/address-url';
import type { World } from './world';

/**
 * What the server of a recording that did not play says to a request. A private host is asked only where the reader
 * follows a feed there, and a site only that she granted. Throws the Problem of the request.
 */
export async function lookAtFile(
  world: World,
  { url, feedId }: Input<'lookAtFile'>,
): Promise<Output<'lookAtFile'>> {
  if (!(await world.hasAccess(url)))
    throw new ProblemError({ kind: 'permission-missing', origins: originPatterns(url) });
  const feed = await getFeed(feedId);
  const host = readWebUrl(url)?.host ?? '';
  const answer = await askFile(url, feed !== undefined && privateHosts(feed).includes(host));
  if (!answer.ok) throw new ProblemError(answer.problem);
  return answer.data;
}
