import { getBody, getEntry } from '../db/entry-lists';
import { getFeed } from '../db/feeds';
import { noteNoText, storeFullText } from '../db/full-texts';
import { getHeldUntil, holdPages } from '../db/held-hosts';
import { extractArticle } from '../extract/extract';
import type { Input, Output } from '../messages/protocol';
import type { Entry } from '../model/entry';
import { type Feed, privateHosts } from '../model/feed';
import { type Problem, ProblemError } from '../model/problem';
import { fetchFeed } from '../net/fetch-feed';
import { originPatterns } from '../text/address';
import { readWebUrl } from '../text/address-url';
import { decodeBytes } from '../text/decode';
import { htmlToText } from '../text/html-text';
import type { World } from './world';

const accept = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1';
/** The longest text of a feed that is compared with its page's. */
const longest = 1_000_000;
/** How long a site is left alone that asks for patience without saying until when. */
const patienceMs = 10 * 60_000;

/**
 * Fetches the page of an article and keeps its text beside what the feed sent. With the limits of feeds: no cookies, no
 * private network, 25 s, 10 MB, and no request to a site that asked for patience before that is over. Throws no-such-entry, address-invalid, permission-missing, no-text-found and what a feed's
 * request can come to; what it was is kept too.
 */
export async function fetchFullText(
  world: World,
  { entryId }: Input<'fetchFullText'>,
): Promise<Output<'fetchFullText'>> {
  const entry = await getEntry(entryId);
  const feed = entry && (await getFeed(entry.feedId));
  if (!entry || !feed) throw new ProblemError({ kind: 'no-such-entry', entryId });
  try {
    await world.keepAlive(() => fetchText(world, entry, feed));
  } catch (error) {
    if (error instanceof ProblemError) await noteNoText(entryId, error.problem, world.now());
    throw error;
  } finally {
    world.announce({ kind: 'entries', entryIds: [entryId] });
  }
  return { entryId };
}

/** Stores the text of the entry's page. Throws what kept us from it. */
async function fetchText(world: World, { id: entryId, link }: Entry, feed: Feed): Promise<void> {
  const address = readWebUrl(link);
  if (!address) throw new ProblemError({ kind: 'address-invalid', address: link.slice(0, 500) });
  const url = address.href;
  if (!(await world.hasAccess(url)))
    throw new ProblemError({ kind: 'permission-missing', origins: originPatterns(url) });
  const heldUntil = await getHeldUntil(address.host);
  if (heldUntil > world.now())
    throw new ProblemError({ kind: 'http-status', status: 429, retryAt: heldUntil });
  const privateAllowed = privateHosts(feed).includes(address.host);
  const answer = await fetchFeed({ url, privateAllowed, validators: null, whole: true, accept });
  if (answer.kind === 'problem') {
    await heed(answer.problem, address.host, world.now());
    throw new ProblemError(answer.problem);
  }
  if (answer.kind !== 'body') throw new ProblemError(noText(url));
  const { text } = decodeBytes(answer.bytes, { contentType: answer.contentType });
  const found = isPage(answer.contentType, text) ? extractArticle(text, answer.url) : null;
  if (!found || !(await saysMore(entryId, found.html))) throw new ProblemError(noText(answer.url));
  const { html, language } = found;
  await storeFullText({ entryId, html, language, base: answer.url, fetchedAt: world.now() });
}

/** Lets a site alone that asked for it: Retry-After, or too many requests. */
async function heed(problem: Problem, host: string, now: number): Promise<void> {
  if (problem.kind !== 'http-status') return;
  if (problem.retryAt !== null || problem.status === 429)
    await holdPages(host, problem.retryAt ?? now + patienceMs, now);
}

function noText(url: string): Problem {
  return { kind: 'no-text-found', host: readWebUrl(url)?.hostname ?? '' };
}

function isPage(contentType: string, text: string): boolean {
  return /html/i.test(contentType) || /^\s*<(?:!doctype html|html)/i.test(text.slice(0, 1000));
}

/** A page that says less than the feed has not shown its article: a login, a list, an error with status 200. */
async function saysMore(entryId: number, html: string): Promise<boolean> {
  const sent = htmlToText((await getBody(entryId))?.html ?? '', longest).length;
  return htmlToText(html, longest).length > sent * 0.8;
}
