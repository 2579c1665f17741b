import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { startOfWeek, weekOf } from '../../utils/schedule/cadence';
import { now } from '../shared/clock';
import { countWords, formatNumber, uiLanguage } from '../shared/locale';
import { dayWords } from '../shared/time-words';

const step = 4;
const height = 24;

interface Props {
  /** Articles a week, the oldest week first; the last is the present one, which is not over. */
  weeks: readonly number[];
}

/** Every week's own words, in the whole height of the picture: few bars are tall enough to be pointed at. */
function Names({ weeks }: Props) {
  const last = weekOf(now.value);
  return weeks.map((count, i) => {
    const at = startOfWeek(last - (weeks.length - 1 - i));
    const week = t('weekAt', [dayWords(at, now.value, uiLanguage()), countWords('articleCount', count)]);
    return (
      <rect key={at} class="named" x={i * step} width={step} height={height}>
        <title>{week}</title>
      </rect>
    );
  });
}

/** Articles a week as bars; the present week is drawn lighter. Each answers to the pointer. */
export function WeeksPicture({ weeks }: Props) {
  const [pointed, setPointed] = useState(false);
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
      onPointerEnter={() => setPointed(true)}
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
      {pointed && <Names weeks={weeks} />}
    </svg>
  );
}
