import { t } from '../../utils/browser/text';
import { formatNumber } from './locale';
import { progress } from './refreshing';

/** A hair of colour that grows while feeds are checked. */
export function ProgressLine() {
  const now = progress.value;
  if (now === null) return <div class="progress-line" />;
  const share = now.total > 0 ? now.done / now.total : 0;
  return (
    <div
      class="progress-line on"
      role="progressbar"
      aria-label={t('refreshing')}
      aria-valuemin={0}
      aria-valuemax={now.total}
      aria-valuenow={now.done}
      style={{ '--share': `${Math.max(share, 0.04)}` }}
    />
  );
}

/** "Checking 3 of 42", or nothing. */
export function progressWords(): string | null {
  const now = progress.value;
  if (now === null) return null;
  return now.total === 0
    ? t('refreshing')
    : t('refreshingCount', [formatNumber(now.done), formatNumber(now.total)]);
}
