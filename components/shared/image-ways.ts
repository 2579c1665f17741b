import { signal } from '@preact/signals';
import {
  firstRequest,
  type ImageChoice,
  type ImageStep,
  imageSteps,
  isProxied,
  originalAddress,
} from '../../utils/article/images/chain';
import { webAddress } from '../../utils/article/web-address';
import { getImageWays, saveImageWay } from '../../utils/browser/image-memory';
import { watchAccess } from '../../utils/browser/permissions';
import { mayTellProxies } from '../../utils/browser/proxy-permission';
import { readUrl } from '../../utils/text/address-url';

/** By which way images of a host came last. */
let ways = new Map<string, string>();

/** Whether proxies may be told of images, in browsers that ask the reader for that. */
const proxiesAllowed = signal(false);

async function readAllowed(): Promise<void> {
  proxiesAllowed.value = await mayTellProxies().catch(() => false);
}

/**
 * Reads what worked in other pages since the browser was started, and what the reader lets proxies be told; the latter
 * again whenever she may have changed it.
 */
export async function readWays(): Promise<void> {
  ways = await getImageWays().catch(() => ways);
  await readAllowed();
  const reread = () => void readAllowed();
  watchAccess(reread);
  document.addEventListener('visibilitychange', reread);
}

/** Whether this step may be taken now: asked anew for each that tells a proxy. */
export async function mayTake(step: ImageStep): Promise<boolean> {
  return !isProxied(step) || mayTellProxies().catch(() => false);
}

const allowed = (choice: ImageChoice) => (proxiesAllowed.value ? choice : { ...choice, proxies: [] });

const hostOf = (given: string) => readUrl(originalAddress(given))?.host ?? '';

/** Where to try for an image, as things stand. */
export function stepsFor(given: string, choice: ImageChoice, asked = false): ImageStep[] {
  return imageSteps(given, allowed(choice), { asked, worked: ways.get(hostOf(given)) });
}

/** Notes that an image came this way, so that the next of its host is tried this way first. */
export function noteWay(given: string, choice: ImageChoice, { via }: ImageStep): void {
  if (via === 'cached') return;
  const usual = firstRequest(imageSteps(given, choice, { asked: true }));
  const host = hostOf(given);
  const way = usual?.via === via ? null : via;
  if (host === '' || (ways.get(host) ?? null) === way) return;
  if (way === null) ways.delete(host);
  else ways.set(host, way);
  void saveImageWay(host, way).catch(() => undefined);
}

/** The address that is asked first without a click; null where none may be, or the feed gave none that may be asked. */
export function firstAddressOf(
  given: string,
  choice: ImageChoice,
  privateHosts: readonly string[],
): string | null {
  const address = webAddress(given, { base: '', privateHosts });
  return address === null ? null : (firstRequest(stepsFor(address, choice))?.address ?? null);
}
