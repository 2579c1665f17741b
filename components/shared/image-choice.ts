import { computed, signal } from '@preact/signals';
import {
  firstRequest,
  type ImageChoice,
  type ImageStep,
  imageSteps,
  originalAddress,
} from '../../utils/article/images/chain';
import { getImageWays, saveImageWay } from '../../utils/browser/image-memory';
import { type ImagePolicy, imagePolicies } from '../../utils/model/settings';
import { readUrl } from '../../utils/text/address-url';
import { feedFace, feedsStatus } from './feeds-state';
import { settings, settingsKnown } from './settings-state';

/** By which way images of a host came last; null until it is known. */
const ways = signal<Map<string, string> | null>(null);

/** Reads what worked in other pages since the browser was started. */
export function startImageChoice(): void {
  const take = (found: Map<string, string>) => {
    ways.value = found;
  };
  getImageWays().then(take, () => take(new Map()));
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

/** What the reader wants of a feed's images; null as long as it is not known, and no image may be asked for. */
export function imageChoice(feedId: number): ImageChoice | null {
  if (!settingsKnown.value || ways.value === null || feedsStatus.value !== 'ready') return null;
  return choices.value.get(feedFace(feedId).images ?? settings.value.images) ?? null;
}

const hostOf = (given: string) => readUrl(originalAddress(given))?.host ?? '';

/** Where to try for an image, as things stand. */
export function stepsFor(given: string, choice: ImageChoice, asked = false): ImageStep[] {
  return imageSteps(given, choice, { asked, worked: ways.peek()?.get(hostOf(given)) });
}

/** Notes that an image came this way, so that the next of its host is tried this way first. */
export function noteWay(given: string, choice: ImageChoice, { via }: ImageStep): void {
  if (via === 'cached') return;
  const usual = firstRequest(imageSteps(given, choice, { asked: true }));
  const host = hostOf(given);
  const known = ways.peek();
  const way = usual?.via === via ? null : via;
  if (!known || host === '' || (known.get(host) ?? null) === way) return;
  if (way === null) known.delete(host);
  else known.set(host, way);
  void saveImageWay(host, way).catch(() => undefined);
}

/** The address at which a list shows an article's picture; null where nothing may be asked for without a click. */
export function firstAddress(given: string, feedId: number): string | null {
  const choice = imageChoice(feedId);
  return (choice && firstRequest(stepsFor(given, choice))?.address) || null;
}
