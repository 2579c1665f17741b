import { readWebUrl } from './address-url';
import { stripTracking } from './tracking';

/** Where an article's title leads: its address without what tracks, or nowhere where it has none of the web. */
export function linkOf({ link }: { link: string }): string {
  return stripTracking(readWebUrl(link)?.href ?? '#');
}
