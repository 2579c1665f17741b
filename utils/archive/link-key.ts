import { addressKey } from '../text/address';
import { readWebUrl } from '../text/address-url';
import { stripTracking } from '../text/tracking';

/** Sites that are one page name their articles behind the sign: `#/post/5`, `#!/5`. */
const route = /^#!?\/./;

/**
 * What all addresses of one article have in common: scheme, `www.`, a final slash, a fragment that is a place on the page,
 * and parameters for tracking make no difference. '' for what is no web address, and for a site's front page: they tell
 * nothing about identity.
 */
export function linkKey(link: string): string {
  const url = readWebUrl(link.trim());
  if (!url) return '';
  const key = addressKey(stripTracking(url.href)) + (route.test(url.hash) ? url.hash : '');
  return /[/?#]/.test(key) ? key : '';
}
