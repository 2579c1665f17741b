import { t } from '../../utils/browser/text';
import { formatNumber } from '../shared/locale';

const step = 4;
const height = 24;

/** Articles a week as bars, the oldest week first; the present one, which is not over, is drawn lighter. */
export function WeeksPicture({ weeks }: { weeks: readonly number[] }) {
  const most = Math.max(1, ...weeks);
  const bar = (count: number, at: number) => {
    const tall = count === 0 ? 0 : Math.max(1.5, (count / most) * (height - 2));
    return `M${at * step} ${height - 1}v${-tall}h${step - 1}v${tall}z`;
  };
  return (
    <svg
      class="weeks-picture"
      viewBox={`0 0 ${weeks.length * step} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('weeksLabel', [weeks.map(formatNumber).join(', ')])}
    >
      <path class="rule" d={`M0 ${height - 0.5}h${weeks.length * step - 1}`} />
      <path class="past" d={weeks.slice(0, -1).map(bar).join('')} />
      <path
        class="now"
        d={weeks
          .slice(-1)
          .map((count) => bar(count, weeks.length - 1))
          .join('')}
      />
    </svg>
  );
}
