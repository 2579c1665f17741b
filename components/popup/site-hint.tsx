import { useEffect, useState } from 'preact/hooks';
import { listPageFeeds } from '../../utils/browser/page-feeds';
import { t } from '../../utils/browser/text';
import { twinAddresses } from '../../utils/discover/twins';
import { readWebUrl } from '../../utils/text/address-url';
import { feeds } from '../shared/feeds-state';
import { Icon } from '../shared/icon';
import { countWords } from '../shared/locale';
import { findHere } from './site-state';

/** One spelling of an address for comparing: with either scheme, with and without a slash at its end. */
function bare(address: string): string {
  return (readWebUrl(address)?.href ?? '').replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/** Says that the page which the popup was opened on has feeds that are not subscribed to. */
export function SiteHint() {
  const [found, setFound] = useState<readonly string[]>([]);
  useEffect(() => void listPageFeeds().then(setFound), []);
  const known = new Set(feeds.value.flatMap(({ sources }) => sources.map(({ url }) => bare(url))));
  const isKnown = (address: string) =>
    [address, ...twinAddresses(address)].map(bare).some((one) => known.has(one));
  const fresh = new Set(found.filter((address) => bare(address) !== '' && !isKnown(address)).map(bare));
  if (fresh.size === 0) return null;
  return (
    <div class="banner ok site-hint">
      <Icon name="plus" />
      <span>{countWords('pageHasFeeds', fresh.size)}</span>
      <button type="button" class="link-button" onClick={() => void findHere()}>
        {t('showThem')}
      </button>
    </div>
  );
}
