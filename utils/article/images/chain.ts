import type { ImagePolicy } from '../../model/settings';
import { unwrapProxied } from './proxied';
import { applyTemplate } from './proxies';

/** One address to try for an image. */
export interface ImageStep {
  /**
   * 'original', 'given' (as the feed wrote it, where that is a proxy of the publisher's), 'cached' (the copy that was kept of
   * it, which asks nobody), or the template of the reader's proxy.
   */
  via: string;
  address: string;
}

/** What the reader decided about images. */
export interface ImageChoice {
  policy: ImagePolicy;
  /** Templates of her proxies, in her order; none by default. */
  proxies: readonly string[];
}

/** What is known of one image beside its address. */
export interface ImageCase {
  /** She pressed the button of this very image. */
  asked?: boolean;
  /** `via` that worked last for this image's host. */
  worked?: string | undefined;
}

/** At its own site first: what a mirror sent through a proxy is at home elsewhere. */
function direct(given: string, original: string): ImageStep[] {
  const first = { via: 'original', address: original };
  return original === given ? [first] : [first, { via: 'given', address: given }];
}

interface Ways {
  own: ImageStep[];
  cached: ImageStep[];
  proxied: ImageStep[];
}

function allowedSteps({ own, cached, proxied }: Ways, policy: ImagePolicy, asked: boolean): ImageStep[] {
  if (policy === 'always' || (policy === 'click' && asked)) return [...own, ...cached, ...proxied];
  if (policy === 'proxies') return [...cached, ...proxied, ...(asked ? own : [])];
  return cached;
}

/** The address of an image without any proxy that the feed had put before it. */
export function originalAddress(given: string): string {
  return unwrapProxied(given) ?? given;
}

/**
 * Where to try for an image, first to last; [] where nothing may be asked for now. `given` is absolute and has passed the
 * sanitizer. A copy that was kept comes before any proxy, and alone where nobody may be asked. What worked for the host comes first if it is among what may be asked. A proxy is told no address of a private
 * network, with a user name, or with something like a key (REQ-35); an image within the article itself asks nobody. With
 * `policy` 'proxies' the image's own site is asked only after the reader pressed the image's button.
 */
export function imageSteps(
  given: string,
  { policy, proxies }: ImageChoice,
  one: ImageCase = {},
): ImageStep[] {
  if (given.startsWith('data:')) return [{ via: 'original', address: given }];
  const original = originalAddress(given);
  const proxied = proxies.flatMap((template) => {
    const address = applyTemplate(template, original);
    return address === null ? [] : [{ via: template, address }];
  });
  const ways = { own: direct(given, original), cached: [{ via: 'cached', address: given }], proxied };
  const steps = allowedSteps(ways, policy, one.asked ?? false);
  const [known] = steps.filter(({ via }) => via === one.worked && via !== 'cached');
  return withoutTwins(known ? [known, ...steps] : steps);
}

/** What asks for an address twice does so once; a copy asks for nothing. */
function withoutTwins(steps: ImageStep[]): ImageStep[] {
  const keys = steps.map(({ via, address }) => (via === 'cached' ? via : address));
  return steps.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}

/** Whether the step tells one of the reader's proxies of the image. */
export function isProxied({ via }: ImageStep): boolean {
  return via !== 'original' && via !== 'given' && via !== 'cached';
}

/** The first of the steps that asks somebody; undefined where nobody is asked. */
export function firstRequest(steps: readonly ImageStep[]): ImageStep | undefined {
  return steps.find(({ via }) => via !== 'cached');
}
