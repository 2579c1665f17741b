import { requestAccess } from '../../utils/browser/permissions';
import { t } from '../../utils/browser/text';
import type { Feed } from '../../utils/model/feed';
import { originPatterns, parseAddress, sameAddress } from '../../utils/text/address';
import { feeds } from '../shared/feeds-state';
import { mergeFeeds as merge } from '../shared/merging-feeds';
import { perform } from '../shared/perform';
import { settings } from '../shared/settings-state';
import { toast } from '../shared/toasts';
import { hostWords } from './address-words';
import { feedHash } from './place';

const urlsOf = (feed: Feed) => feed.sources.map(({ url }) => url);

/** What the browser is to be asked for before an address can be. */
function patternsFor(url: string): string[] {
  return settings.value.grant === 'all' ? ['*://*/*'] : originPatterns(url);
}

/** Goes on once the reader lets us ask the site. Must be called straight in a click. */
function withAccess(url: string, work: () => Promise<void>): void {
  void requestAccess(patternsFor(url)).then((granted) => {
    if (granted) return work();
    toast(t('permissionDenied'));
  });
}

async function place(feedId: number, url: string, at: number): Promise<boolean> {
  if ((await perform('addSource', { feedId, url })) === null) return false;
  return (await perform('moveSource', { feedId, url, place: at })) !== null;
}

function undoable(text: string, undo: () => void): void {
  toast(text, { action: { label: t('undo'), run: undo } });
}

/**
 * Gives the feed one more address, before all others with `first`; the toast takes it away again. Must be called straight
 * in a click. Gives whether what was typed is an address.
 */
export function addAddress(feed: Feed, typed: string, first = false): boolean {
  const url = parseAddress(typed)?.url;
  if (url === undefined) return false;
  const at = first ? 0 : feed.sources.length;
  withAccess(url, async () => {
    if (!(await place(feed.id, url, at))) return;
    undoable(t('addressAdded'), () => void perform('removeSource', { feedId: feed.id, url }));
  });
  return true;
}

/** Takes an address away; the toast puts it back where it was. */
export async function removeAddress(feed: Feed, url: string): Promise<void> {
  const at = urlsOf(feed).indexOf(url);
  if ((await perform('removeSource', { feedId: feed.id, url })) === null) return;
  undoable(t('addressRemoved', [hostWords(url)]), () => void place(feed.id, url, at));
}

export function moveAddress(feed: Feed, url: string, to: number): void {
  void perform('moveSource', { feedId: feed.id, url, place: to });
}

/**
 * Puts the address that the feed has moved to in the place of the one that led there; the toast takes it back. Must be
 * called straight in a click.
 */
export function replaceAddress(feed: Feed, old: string, url: string): void {
  const at = Math.max(0, urlsOf(feed).indexOf(old));
  const swap = async (from: string, to: string) => {
    const isThere = from === old && urlsOf(feed).includes(to);
    if (!isThere && !(await place(feed.id, to, at))) return false;
    return (await perform('removeSource', { feedId: feed.id, url: from })) !== null;
  };
  withAccess(url, async () => {
    if (await swap(old, url)) undoable(t('movedDone'), () => void swap(url, old));
  });
}

/** The other subscription that has this address, whatever its scheme, `www.` and final slash; undefined where none has. */
export function followerOf(feed: Feed, url: string): Feed | undefined {
  return feeds.value.find(
    ({ id, sources }) => id !== feed.id && sources.some((source) => sameAddress(source.url, url)),
  );
}

/** What stands in the way of one more address for a feed; null for nothing. */
export function addressTaken(feed: Feed, typed: string): { own: true } | { other: Feed } | null {
  const url = parseAddress(typed)?.url;
  if (url === undefined) return null;
  if (urlsOf(feed).includes(url)) return { own: true };
  const other = followerOf(feed, url);
  return other ? { other } : null;
}

/** Makes one subscription of two that follow the same, `into`, and shows it; the toast makes them two again. */
export async function mergeFeeds(feed: Feed, into: Feed): Promise<void> {
  const wasHere = location.hash === feedHash(feed.id);
  const show = (id: number) => {
    if (wasHere) location.hash = feedHash(id);
  };
  if (await merge(feed, into, () => show(feed.id))) show(into.id);
}
