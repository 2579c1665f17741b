import { addressKey } from '../text/address';

/** Parameters that say where a reader came from, not what is read. */
const tracking = /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|spm|ref_src|_hs\w+)$/i;

/**
 * What all addresses of one article have in common: scheme, `www.`, a final slash, the fragment and parameters for
 * tracking make no difference. '' for what is no web address: it tells nothing about identity.
 */
export function linkKey(link: string): string {
  const url = webAddress(link);
  if (url === null) return '';
  for (const name of new Set(url.searchParams.keys())) {
    if (tracking.test(name)) url.searchParams.delete(name);
  }
  return addressKey(url.href);
}

/** The address, or null where it is none that a browser may open from an article. */
export function webAddress(link: string): URL | null {
  const url = URL.canParse(link.trim()) ? new URL(link.trim()) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}
