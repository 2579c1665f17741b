import { t } from '../../utils/browser/text';
import { formatNumber } from '../shared/locale';

const step = 4;
const height = 24;

/** Articles a week as bars, the oldest week first; the present one, which is not over, is drawn lighter. */
export function WeeksPicture({ weeks }: { weeks: readonly number[] }) {
  const most = Math.max(1, ...weeks);
  return (
    <svg
      class="weeks-picture"
      viewBox={`0 0 ${weeks.length * step} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('weeksLabel', [weeks.map(formatNumber).join(', ')])}
    >
      <path class="rule" d={`M0 ${height - 0.5}h${weeks.length * step - 1}`} />
      {weeks.map((count, i) => {
        const tall = count === 0 ? 0 : Math.max(1.5, (count / most) * (height - 2));
        const isNow = i === weeks.length - 1;
        return (
          <rect
            key={`${i}`}
            class={isNow ? 'now' : undefined}
            x={i * step}
            y={height - 1 - tall}
            width={step - 1}
            height={tall}
            rx="0.5"
          />
        );
      })}
    </svg>
  );
}
