import { signal } from '@preact/signals';
import { requestAccess } from '../../utils/browser/permissions';
import { t } from '../../utils/browser/text';
import { send } from '../../utils/messages/send';
import { feedName } from '../../utils/model/feed';
import type { FeedCandidate, Problem } from '../../utils/model/problem';
import { originPatterns, parseAddress } from '../../utils/text/address';
import { feedsById } from '../shared/feeds-state';
import { settings } from '../shared/settings-state';
import { subscribeToAll } from '../shared/subscribing';
import { toast } from '../shared/toasts';
import { type Asked, parseAsked } from './asked-address';
import { feedHash } from './place';

/** Several feeds to choose from. */
export interface Offered {
  kind: 'choose';
  candidates: readonly FeedCandidate[];
  /** What the feeds say of themselves is on its way. */
  reading: boolean;
  /** They were chosen elsewhere. */
  chosen?: boolean | undefined;
  problems?: ReadonlyMap<string, Problem> | undefined;
}

/** Where the attempt to subscribe stands. The address stays in the box until it has worked. */
export type Attempt =
  | { kind: 'idle' }
  | { kind: 'busy'; address: string }
  /** The browser asks the reader whether the site may be visited. */
  | { kind: 'asking'; address: string }
  | { kind: 'denied'; address: string }
  | Offered
  | { kind: 'failed'; address: string; problem: Problem };

function beginning({ find, add }: Asked): Attempt {
  const candidates = add.map((url) => ({ url, title: '', format: '', newestAt: null, entryCount: null }));
  return add.length > 0 && find === ''
    ? { kind: 'choose', candidates, reading: false, chosen: true }
    : { kind: 'idle' };
}

const asked = parseAsked(location.hash);
export const address = signal(asked.find);
export const attempt = signal<Attempt>(beginning(asked));

/** What the browser is to be asked for: what the reader chose, for this address. */
export function patternsFor(url: string): string[] {
  return settings.value.grant === 'all' ? ['*://*/*'] : originPatterns(url);
}

function fail(typed: string, problem: Problem): void {
  attempt.value = { kind: 'failed', address: typed, problem };
}

/** Shows by name what a page offers, and then what its feeds say of themselves. */
async function offer(typed: string, candidates: readonly FeedCandidate[]): Promise<void> {
  const byName: Attempt = { kind: 'choose', candidates, reading: true };
  attempt.value = byName;
  const answer = await send('discover', { url: typed });
  if (attempt.value !== byName) return;
  const read = answer.ok ? answer.data.candidates : candidates;
  attempt.value = { kind: 'choose', candidates: read, reading: false };
}

/** What is followed already is shown instead. */
function showFollowed(feedId: number): void {
  finish();
  const feed = feedsById.value.get(feedId);
  toast(feed ? t('followedAs', [feedName(feed)]) : t('problemAlready'));
  location.hash = feedHash(feedId);
}

async function add(typed: string): Promise<void> {
  const answer = await send('subscribe', { url: typed });
  if (answer.ok) {
    finish();
    toast(t('subscribed'));
  } else if (answer.problem.kind === 'already-subscribed') showFollowed(answer.problem.feedId);
  else if (answer.problem.kind === 'several-feeds') await offer(typed, answer.problem.candidates);
  else fail(typed, answer.problem);
}

async function look(typed: string): Promise<void> {
  const answer = await send('discover', { url: typed, further: true });
  if (!answer.ok) fail(typed, answer.problem);
  else attempt.value = { kind: 'choose', candidates: answer.data.candidates, reading: false };
}

/** Asks for these sites and goes on when they are granted. Must be called straight in a click. */
function withAccess(typed: string, patterns: readonly string[], work: () => Promise<void>): void {
  attempt.value = { kind: 'asking', address: typed };
  void requestAccess([...new Set(patterns)]).then((granted) => {
    attempt.value = { kind: granted ? 'busy' : 'denied', address: typed };
    return granted ? work() : undefined;
  });
}

function forAddress(typed: string, patterns: readonly string[], work: () => Promise<void>): void {
  const found = parseAddress(typed);
  if (found) withAccess(typed, [...patterns, ...patternsFor(found.url)], work);
  else fail(typed, { kind: 'address-invalid', address: typed });
}

/**
 * Subscribes to what was typed. Must be called straight in a click: the permission is asked for before anything is
 * awaited. Browsers ask the reader only for what is not granted yet.
 */
export function subscribe(typed: string, patterns: readonly string[] = []): void {
  forAddress(typed, patterns, () => add(typed));
}

/** Tries the addresses where feeds usually are. Must be called straight in a click. */
export function lookFurther(typed: string): void {
  forAddress(typed, [], () => look(typed));
}

function leave(candidates: readonly FeedCandidate[], problems: ReadonlyMap<string, Problem>): void {
  if (candidates.length === 0) finish();
  else attempt.value = { kind: 'choose', candidates, reading: false, problems };
}

/** One of the feeds to choose from is followed, with its address added to another: the others stay. */
export function followed({ candidates, problems = new Map() }: Offered, done: string): void {
  leave(
    candidates.filter(({ url }) => url !== done),
    problems,
  );
}

/** What was typed is followed now. */
export function finish(): void {
  attempt.value = { kind: 'idle' };
  address.value = '';
}

/** Subscribes to the feeds that were chosen; those that it did not work for stay. Must be called straight in a click. */
export function subscribeToChosen({ candidates }: Offered, urls: readonly string[]): void {
  withAccess(urls[0] ?? '', urls.flatMap(patternsFor), async () => {
    const problems = await subscribeToAll(urls);
    leave(
      candidates.filter(({ url }) => problems.has(url)),
      problems,
    );
  });
}
