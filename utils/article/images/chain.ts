import type { ImagePolicy } from '../../model/settings';
import { unwrapProxied } from './proxied';
import { applyTemplate } from './proxies';

/** One address to try for an image. */
export interface ImageStep {
  /** 'original', 'given' (as the feed wrote it, where that is a proxy of the publisher's), or the template of the reader's proxy. */
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

function allowedSteps(
  own: ImageStep[],
  proxied: ImageStep[],
  policy: ImagePolicy,
  asked: boolean,
): ImageStep[] {
  if (policy === 'always') return [...own, ...proxied];
  if (policy === 'click') return asked ? [...own, ...proxied] : [];
  if (policy === 'proxies') return asked ? [...proxied, ...own] : proxied;
  return [];
}

/** The address of an image without any proxy that the feed had put before it. */
export function originalAddress(given: string): string {
  return unwrapProxied(given) ?? given;
}

/**
 * Where to try for an image, first to last; [] where nothing may be asked for now. `given` is absolute and has passed the
 * sanitizer. What worked for the host comes first if it is among what may be asked. A proxy is told no address of a private
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
  const steps = allowedSteps(direct(given, original), proxied, policy, one.asked ?? false);
  const [known] = steps.filter(({ via }) => via === one.worked);
  const ordered = known ? [known, ...steps] : steps;
  return ordered.filter((step, at) => ordered.findIndex(({ address }) => address === step.address) === at);
}
