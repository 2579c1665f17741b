import { t } from '../../utils/browser/text';
import { uiLanguage } from './locale';
import { SpokenProgress } from './spoken-progress';

interface Props {
  label: string;
  /** In its place for listeners, where the label counts on and on. */
  spoken?: string;
  done: number;
  total: number;
  onCancel: () => void;
}

/** How far something is that takes its time, and the way out of it. */
export function Meter({ label, spoken, done, total, onCancel }: Props) {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const percent = new Intl.NumberFormat(uiLanguage(), { style: 'percent' }).format(share);
  return (
    <div class="meter">
      <progress max={1} value={share} aria-label={label} />
      <span aria-hidden="true">
        {label} {percent}
      </span>
      <SpokenProgress label={spoken ?? label} share={share} />
      <button type="button" class="button small" onClick={onCancel}>
        {t('cancel')}
      </button>
    </div>
  );
}
