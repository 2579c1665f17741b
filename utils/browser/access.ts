import { browser } from 'wxt/browser';
import { readWebUrl } from '../text/address-url';

/** Whether the reader lets us ask the site of this address. Match patterns know no ports. */
export async function hasAccess(address: string): Promise<boolean> {
  const url = readWebUrl(address);
  if (!url) return false;
  return browser.permissions.contains({ origins: [`${url.protocol}//${url.hostname}/*`] });
}

/** What was granted is asked for again after so long (ms), and at once when the reader has changed it. */
const goodMs = 1000;

let known: { at: number; patterns: Promise<ReadonlySet<string>> } | null = null;
let isWatching = false;

/**
 * As `hasAccess`, for hundreds of addresses in one go: to ask the browser for each is a tenth of what a check costs
 * Firefox. Only a yes is taken from what was granted a moment ago; a no is the browser's own.
 */
export async function hasKnownAccess(address: string): Promise<boolean> {
  return isAmong(address, await grantedNow()) || hasAccess(address);
}

/** Whether one of these match patterns, in the usual form of those that are granted, is for the site of this address. */
export function isAmong(address: string, patterns: ReadonlySet<string>): boolean {
  const url = readWebUrl(address);
  return url !== null && patternsFor(url).some((pattern) => patterns.has(pattern));
}

/** The match patterns granted, at most a second ago. */
function grantedNow(): Promise<ReadonlySet<string>> {
  const { permissions } = browser;
  for (const changed of isWatching ? [] : [permissions.onAdded, permissions.onRemoved])
    changed.addListener(forget);
  isWatching = true;
  const now = performance.now();
  if (!known || now - known.at > goodMs) {
    const patterns = permissions.getAll().then(
      ({ origins }) => new Set(origins),
      () => new Set<string>(),
    );
    known = { at: now, patterns };
  }
  return known.patterns;
}

function forget(): void {
  known = null;
}

/** Every pattern in the usual form that an address may be granted by. */
function patternsFor({ protocol, hostname }: URL): string[] {
  const labels = hostname.split('.');
  const domains = labels.map((_, at) => `*.${labels.slice(at).join('.')}`);
  const hosts = [hostname, ...domains, '*'];
  return ['<all_urls>', ...hosts.flatMap((host) => [`${protocol}//${host}/*`, `*://${host}/*`])];
}
