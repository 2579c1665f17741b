import { computed, signal } from '@preact/signals';
import { hasAccess } from '../../utils/browser/access';
import { requestAccess } from '../../utils/browser/permissions';
import type { Output } from '../../utils/messages/protocol';
import { send } from '../../utils/messages/send';
import type { Body, Entry } from '../../utils/model/entry';
import type { NamedFeed } from '../../utils/model/feed';
import type { FeedCandidate, Problem, Twin } from '../../utils/model/problem';
import { isPrivateHost, originPatterns, parseAddress, sameAddress } from '../../utils/text/address';
import { feeds, feedsById } from '../shared/feeds-state';
import { route } from '../shared/route';
import { previewedAddress, routeHash } from '../shared/route-hash';

/** A feed as it would look subscribed; nothing of it is stored. */
export interface Shown {
  kind: 'shown';
  url: string;
  feed: NamedFeed & { description: string };
  /** The feed that is followed and that this seems to be another address of. */
  twin: Twin | null;
  /** Newest first, with ids of their own, from 1. */
  articles: readonly { entry: Entry; body: Body }[];
}

export type Preview =
  /** Waits for the reader's word: the address came from a link, and may be anybody's. */
  | { kind: 'ask'; url: string }
  | { kind: 'loading'; url: string }
  | { kind: 'denied'; url: string }
  | { kind: 'choose'; url: string; candidates: readonly FeedCandidate[] }
  | { kind: 'failed'; url: string; problem: Problem }
  | Shown;

export const preview = signal<Preview | null>(null);
/** The id of the article that is open. */
export const openId = signal<number | null>(null);

/** The subscription that the previewed feed already is. */
export const subscribedAs = computed(() => {
  const now = preview.value;
  if (now?.kind !== 'shown') return undefined;
  return feeds.value.find(({ sources }) => sources.some(({ url }) => sameAddress(url, now.url)));
});

/** The subscription whose one more address this may become, as long as it is there. */
export const twinOfShown = computed(() => {
  const now = preview.value;
  if (now?.kind !== 'shown' || !now.twin || subscribedAs.value) return null;
  return feedsById.value.has(now.twin.feedId) ? now.twin : null;
});

function articlesOf({ articles }: Output<'preview'>): Shown['articles'] {
  return articles.map(({ entry, body }, index) => ({
    entry: { ...entry, id: index + 1, feedId: 0 },
    body: { ...body, entryId: index + 1 },
  }));
}

/** Shows another state, unless the reader has gone on to another address meanwhile. */
function become(next: Preview): void {
  if (preview.value?.url === next.url) preview.value = next;
}

async function load(url: string): Promise<void> {
  become({ kind: 'loading', url });
  const answer = await send('preview', { url });
  if (answer.ok) {
    const { feed, twin } = answer.data;
    if (preview.value?.url !== url) return;
    preview.value = {
      kind: 'shown',
      url: feed.sources[0]?.url ?? url,
      feed,
      twin,
      articles: articlesOf(answer.data),
    };
  } else if (answer.problem.kind === 'several-feeds') {
    become({ kind: 'choose', url, candidates: answer.problem.candidates });
  } else become({ kind: 'failed', url, problem: answer.problem });
}

/**
 * Follows the page's address. A feed whose site we may ask is shown at once; one that we may not, or that is in the
 * reader's own network, when she says so.
 */
export async function followPreview(): Promise<void> {
  const typed = route.value && previewedAddress(location.hash);
  openId.value = null;
  preview.value = null;
  if (typed === null) return;
  const url = parseAddress(typed)?.url;
  if (url === undefined) {
    preview.value = { kind: 'failed', url: typed, problem: { kind: 'address-invalid', address: typed } };
    return;
  }
  preview.value = { kind: 'ask', url };
  if (!isPrivateHost(new URL(url).hostname) && (await hasAccess(url))) await load(url);
}

/** Shows the feed. Must be called straight in a click: its site is asked for before anything is awaited. */
export function showFeed(url: string, origins: readonly string[] = []): void {
  void requestAccess([...new Set([...origins, ...originPatterns(url)])]).then((granted) =>
    granted ? load(url) : become({ kind: 'denied', url }),
  );
}

/** Goes on to the feed, or to the list where there is none; the browser's back button returns. */
export function leavePreview(feedId?: number): void {
  const scope =
    feedId === undefined ? ({ kind: 'unread' } as const) : ({ kind: 'feed', id: feedId } as const);
  location.hash = routeHash({ scope, entryId: null });
}
