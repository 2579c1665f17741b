import { t } from '../../utils/browser/text';
import { readWebUrl } from '../../utils/text/address-url';
import { Icon } from './icon';
import { failure } from './play-failure';
import { play } from './recordings';

/** What went wrong with what is heard, and what can be done about it; its place is kept. */
export function PlayFailed({ address }: { address: string }) {
  const file = readWebUrl(address)?.href;
  return (
    <div class="note warn play-failed" role="alert">
      <p>{failure.value || t('playAsking')}</p>
      <button type="button" class="button small" onClick={() => void play()}>
        <Icon name="refresh" />
        {t('retry')}
      </button>
      {file && (
        <a
          class="button small"
          href={file}
          target="_blank"
          rel="noopener noreferrer"
          referrerpolicy="no-referrer"
        >
          <Icon name="external" />
          {t('playOpenFile')}
        </a>
      )}
    </div>
  );
}
