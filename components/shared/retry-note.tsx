import { t } from '../../utils/browser/text';
import { Icon } from './icon';

/** Something could not be shown: what, and a way to try again. */
export function RetryNote({ text, onRetry }: { text: string; onRetry: () => void }) {
  return (
    <div class="state" role="alert">
      <span class="state-mark warn">
        <Icon name="warning" />
      </span>
      <p>{text}</p>
      <button type="button" class="button" onClick={onRetry}>
        {t('retry')}
      </button>
    </div>
  );
}
