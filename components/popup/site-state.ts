import { signal } from '@preact/signals';
import { hasAccess } from '../../utils/browser/access';
import { openSubscribing } from '../../utils/browser/tabs';
import { readThisPage } from '../../utils/browser/this-page';
import { send } from '../../utils/messages/send';
import type { FeedCandidate, Problem } from '../../utils/model/problem';
import { subscribeToAll } from '../shared/subscribing';

/** The search for feeds of the page in the present tab. */
export type Search =
  | { kind: 'looking' }
  | { kind: 'restricted' }
  | { kind: 'failed'; url: string; problem: Problem }
  | Found;

interface Found {
  kind: 'found';
  candidates: readonly FeedCandidate[];
  problems?: ReadonlyMap<string, Problem>;
}

/** null while the reader has not asked for it. */
export const search = signal<Search | null>(null);

/** Looks for feeds on the page that the reader has before her. */
export async function findHere(): Promise<void> {
  const begun: Search = { kind: 'looking' };
  search.value = begun;
  const found = await look();
  if (search.value === begun) search.value = found;
}

async function look(): Promise<Search> {
  const page = await readThisPage();
  if (page === null || !/^https?:/.test(page.url)) return { kind: 'restricted' };
  const answer = await send('findOnPage', page);
  if (!answer.ok) return { kind: 'failed', url: page.url, problem: answer.problem };
  return { kind: 'found', candidates: answer.data.candidates };
}

export function leaveSearch(): void {
  search.value = null;
}

/** One of them is followed, with its address added to another feed: the others stay. */
export function followedHere(found: Found, done: string): void {
  const candidates = found.candidates.filter(({ url }) => url !== done);
  search.value = candidates.length > 0 ? { ...found, candidates } : null;
}

/**
 * Subscribes to the feeds whose sites we may ask. For the others the settings open in a tab: the browser's question
 * about a site takes the popup away before it is answered.
 */
export async function subscribeHere(candidates: readonly FeedCandidate[], urls: string[]): Promise<void> {
  const access = await Promise.all(urls.map(hasAccess));
  const waiting = urls.filter((_, index) => !access[index]);
  const problems = await subscribeToAll(urls.filter((_, index) => access[index]));
  if (waiting.length > 0) {
    await openSubscribing({ add: waiting });
    close();
  }
  const left = candidates.filter(({ url }) => problems.has(url));
  search.value = left.length > 0 ? { kind: 'found', candidates: left, problems } : null;
}
