import { computed, signal } from '@preact/signals';
import {
  type ImageChoice,
  type ImageStep,
  imageSteps,
  originalAddress,
} from '../../utils/article/images/chain';
import { getImageWays, saveImageWay } from '../../utils/browser/image-memory';
import { readUrl } from '../../utils/text/address-url';
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

let last: ImageChoice = { policy: 'never', proxies: [] };

/** What the reader wants; null as long as it is not known, and no image may be asked for. The same object until it changes. */
export const imageChoice = computed<ImageChoice | null>(() => {
  if (!settingsKnown.value || ways.value === null) return null;
  const { images: policy, imageProxies: proxies } = settings.value;
  if (last.policy !== policy || last.proxies.join('\n') !== proxies.join('\n')) last = { policy, proxies };
  return last;
});

const hostOf = (given: string) => readUrl(originalAddress(given))?.host ?? '';

/** Where to try for an image, as things stand. */
export function stepsFor(given: string, choice: ImageChoice, asked = false): ImageStep[] {
  return imageSteps(given, choice, { asked, worked: ways.peek()?.get(hostOf(given)) });
}

/** Notes that an image came this way, so that the next of its host is tried this way first. */
export function noteWay(given: string, choice: ImageChoice, { via }: ImageStep): void {
  const [usual] = imageSteps(given, choice, { asked: true });
  const host = hostOf(given);
  const known = ways.peek();
  const way = usual?.via === via ? null : via;
  if (!known || host === '' || (known.get(host) ?? null) === way) return;
  if (way === null) known.delete(host);
  else known.set(host, way);
  void saveImageWay(host, way).catch(() => undefined);
}

/** The address at which a list shows an article's picture; null where nothing may be asked for without a click. */
export function firstAddress(given: string): string | null {
  const choice = imageChoice.value;
  return (choice && stepsFor(given, choice)[0]?.address) || null;
}
