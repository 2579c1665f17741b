import { computed, signal } from '@preact/signals';
import type { ImageChoice } from '../../utils/article/images/chain';
import { defaultSettings, type ImagePolicy, imagePolicies } from '../../utils/model/settings';
import { feedFace, feedsStatus, isFeedKnown } from './feeds-state';
import { settings, settingsKnown } from './settings-state';

/** What knows the ways to an image; null until it is there, and knows what worked. A list is on the page before that. */
const ways = signal<typeof import('./image-ways') | null>(null);

/** Fetches what knows the ways. Where that fails, no image is asked for. */
export function startImageChoice(): void {
  const start = async () => {
    const found = await import('./image-ways');
    await found.readWays();
    ways.value = found;
  };
  start().catch(() => undefined);
}

let last: { text: string; byPolicy: ReadonlyMap<ImagePolicy, ImageChoice> } = {
  text: '',
  byPolicy: new Map(),
};

/** One object for each policy until the proxies change: what is shown is not shown anew at every other setting. */
const choices = computed(() => {
  const { imageProxies: proxies } = settings.value;
  const text = JSON.stringify(proxies);
  if (text !== last.text) {
    const each = imagePolicies.map((policy): [ImagePolicy, ImageChoice] => [policy, { policy, proxies }]);
    last = { text, byPolicy: new Map(each) };
  }
  return last.byPolicy;
});

/** Of no feed that is subscribed: a preview's. */
const noFeed = 0;

/**
 * What the reader wants of a feed's images; null as long as it is not known, and no image may be asked for. Articles of a feed
 * that has just been added may come before the feed's own row: until then nothing is asked for without a press.
 */
export function imageChoice(feedId: number): ImageChoice | null {
  if (!settingsKnown.value || ways.value === null || feedsStatus.value !== 'ready') return null;
  const isKnown = feedId === noFeed || isFeedKnown(feedId);
  return choices.value.get(isKnown ? (feedFace(feedId).images ?? settings.value.images) : 'click') ?? null;
}

/**
 * Whether a list keeps the place of an article's picture: where it is asked for without a click, and as long as that is not
 * known, where it usually is. Rows do not change their shape when pictures come or fail.
 */
export function keepsPlace(given: string, feedId: number): boolean {
  if (isFeedKnown(feedId) && imageChoice(feedId)) return firstAddress(given, feedId) !== null;
  const { images } = settingsKnown.value ? settings.value : defaultSettings;
  return (feedFace(feedId).images ?? images) === 'always';
}

/** The address at which a list shows an article's picture; null where nothing may be asked for without a click. */
export function firstAddress(given: string, feedId: number): string | null {
  const choice = imageChoice(feedId);
  const { privateHosts } = feedFace(feedId);
  return choice && (ways.value?.firstAddressOf(given, choice, privateHosts) ?? null);
}
