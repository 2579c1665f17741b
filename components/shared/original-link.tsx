import { t } from '../../utils/browser/text';
import { readWebUrl } from '../../utils/text/address-url';
import { stripTracking } from '../../utils/text/tracking';
import { Icon } from './icon';
import { toast } from './toasts';

/** As the feed wrote it: what was taken out of the link may be what makes it work. */
function copy(address: string): void {
  navigator.clipboard.writeText(address).then(
    () => toast(t('linkCopied')),
    () => toast(t('linkNotCopied'), { tone: 'bad' }),
  );
}

/** The way to an article's own page, without what follows the reader there; the whole link can be copied. */
export function OriginalLink({ link }: { link: string }) {
  const url = readWebUrl(link);
  if (!url) return null;
  return (
    <div class="original-line">
      <a
        class="original"
        href={stripTracking(url.href)}
        target="_blank"
        rel="noopener noreferrer"
        referrerpolicy="no-referrer"
      >
        {t('readOriginal', [url.hostname.replace(/^www\./, '')])}
        <Icon name="external" />
      </a>
      <button type="button" class="link-button" onClick={() => copy(url.href)}>
        {t('copyOriginalLink')}
      </button>
    </div>
  );
}
