import { t } from '../../utils/browser/text';
import { lazyView } from './lazy-view';
import { formatNumber } from './locale';
import { progress } from './refreshing';

const SpokenProgress = lazyView(async () => (await import('./spoken-progress')).SpokenProgress);

/** A hair of colour that grows while feeds are checked. */
export function ProgressLine() {
  const now = progress.value;
  const share = now && now.total > 0 ? now.done / now.total : 0;
  const range = now && {
    role: 'progressbar' as const,
    'aria-label': t('refreshing'),
    'aria-valuemin': 0,
    'aria-valuemax': now.total,
    'aria-valuenow': now.done,
    style: { '--share': `${Math.max(share, 0.04)}` },
  };
  return (
    <>
      <div class={now ? 'progress-line on' : 'progress-line'} {...range} />
      <SpokenProgress label={t('refreshing')} share={now && share} />
    </>
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
