import {
  firstRequest,
  type ImageChoice,
  type ImageStep,
  imageSteps,
  originalAddress,
} from '../../utils/article/images/chain';
import { getImageWays, saveImageWay } from '../../utils/browser/image-memory';
import { readUrl } from '../../utils/text/address-url';

/** By which way images of a host came last. */
let ways = new Map<string, string>();

/** Reads what worked in other pages since the browser was started. */
export async function readWays(): Promise<void> {
  ways = await getImageWays().catch(() => ways);
}

const hostOf = (given: string) => readUrl(originalAddress(given))?.host ?? '';

/** Where to try for an image, as things stand. */
export function stepsFor(given: string, choice: ImageChoice, asked = false): ImageStep[] {
  return imageSteps(given, choice, { asked, worked: ways.get(hostOf(given)) });
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

/** The address that is asked first without a click; null where none may be. */
export function firstAddressOf(given: string, choice: ImageChoice): string | null {
  return firstRequest(stepsFor(given, choice))?.address ?? null;
}
