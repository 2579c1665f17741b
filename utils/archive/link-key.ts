import { addressKey } from '../text/address';
import { readWebUrl } from '../text/address-url';
import { stripTracking } from '../text/tracking';

/**
 * What all addresses of one article have in common: scheme, `www.`, a final slash, the fragment and parameters for
 * tracking make no difference. '' for what is no web address: it tells nothing about identity.
 */
export function linkKey(link: string): string {
  const url = readWebUrl(link.trim());
  return url ? addressKey(stripTracking(url.href)) : '';
}
