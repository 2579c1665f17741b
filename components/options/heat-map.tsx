import { useMemo, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { countWords, formatNumber, uiLanguage } from '../shared/locale';
import { TableScroller } from './table-scroller';

const cell = 20;
const top = 24;
const left = 48;
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Monday first: 5 January 1970 was one. */
function dayNames(width: 'short' | 'long'): string[] {
  const format = new Intl.DateTimeFormat(uiLanguage(), { weekday: width, timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(1970, 0, 5 + day)));
}

let clock: { language: string; words: string[] } | null = null;

/** All are made at once: one format for each of 168 cells takes longer than all else of the picture. */
function hourWords(hour: number): string {
  const language = uiLanguage();
  if (clock?.language !== language) {
    const format = new Intl.DateTimeFormat(language, { hour: 'numeric', timeZone: 'UTC' });
    clock = { language, words: hours.map((one) => format.format(Date.UTC(1970, 0, 5, one))) };
  }
  return clock.words[hour] ?? '';
}

interface At {
  day: number;
  hour: number;
}

type Week = readonly (readonly number[])[];

function summit(week: Week): At {
  const most = Math.max(...week.flat());
  const day = week.findIndex((counts) => counts.includes(most));
  return { day, hour: week[day]?.indexOf(most) ?? 0 };
}

/** "Friday, 2 PM: 34 articles". */
function wordsAt(week: Week, { day, hour }: At): string {
  const count = countWords('articleCount', week[day]?.[hour] ?? 0);
  return t('heatAt', [dayNames('long')[day] ?? '', hourWords(hour), count]);
}

function Scale() {
  return (
    <>
      {dayNames('short').map((name, day) => (
        <text key={name} class="day" x={left - 8} y={top + day * cell + 14} text-anchor="end">
          {name}
        </text>
      ))}
      {hours
        .filter((hour) => hour % 6 === 0)
        .map((hour) => (
          <text key={hour} x={left + hour * cell + cell / 2} y={14} text-anchor="middle">
            {hourWords(hour)}
          </text>
        ))}
    </>
  );
}

/** The more articles, the larger and the darker. */
function square(share: number) {
  const size = share === 0 ? 2 : 5 + 12 * Math.sqrt(share);
  const inset = (cell - size) / 2;
  return {
    class: share === 0 ? 'none' : undefined,
    x: inset,
    y: inset,
    width: size,
    height: size,
    rx: share === 0 ? 1 : 3,
    'fill-opacity': share === 0 ? undefined : 0.35 + 0.65 * share,
  };
}

function Cells({ week, most }: { week: Week; most: number }) {
  return week.map((counts, day) =>
    counts.map((count, hour) => {
      const shape = square(count / most);
      const [x, y] = [left + hour * cell + shape.x, top + day * cell + shape.y];
      return <rect key={`${day} ${hour}`} {...shape} x={x} y={y} />;
    }),
  );
}

/** What the sizes stand for: one article, half of the most, the most. */
function Legend({ most }: { most: number }) {
  const counts = [...new Set([1, Math.ceil(most / 2), most])];
  return (
    <span class="heat-legend" aria-hidden="true">
      {counts.map((count, i) => (
        <span key={count}>
          <svg viewBox={`0 0 ${cell} ${cell}`} aria-hidden="true">
            <rect {...square(count / most)} />
          </svg>
          {i === counts.length - 1 ? countWords('articleCount', count) : formatNumber(count)}
        </span>
      ))}
    </span>
  );
}

/** Where in the picture the pointer is, whatever its size on the screen; null beside the hours. */
function pointedAt({ currentTarget, clientX, clientY }: PointerEvent): At | null {
  if (!(currentTarget instanceof SVGSVGElement)) return null;
  const { x, y, width, height } = currentTarget.getBoundingClientRect();
  const hour = Math.floor((((clientX - x) / width) * (left + 24 * cell) - left) / cell);
  const day = Math.floor((((clientY - y) / height) * (top + 7 * cell) - top) / cell);
  return hour >= 0 && hour < 24 && day >= 0 && day < 7 ? { day, hour } : null;
}

function AsTable({ week }: { week: Week }) {
  const names = dayNames('long');
  return (
    <details class="picture-table">
      <summary>{t('heatTable')}</summary>
      <TableScroller label={t('articlesCome')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('heatDay')}</th>
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {week.map((counts, day) => (
              <tr key={names[day]}>
                <th scope="row">{names[day]}</th>
                {counts.map((count, hour) => (
                  <td key={`${hour}`}>{formatNumber(count)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroller>
    </details>
  );
}

function Picture({ week, most }: { week: Week; most: number }) {
  const [at, setAt] = useState<At | null>(null);
  const busiest = wordsAt(week, summit(week));
  const cells = useMemo(() => <Cells week={week} most={most} />, [week, most]);
  const label = t('heatMost', [busiest]);
  return (
    <>
      <svg
        class="heat-map"
        viewBox={`0 0 ${left + 24 * cell} ${top + 7 * cell}`}
        role="img"
        aria-label={t('heatLabel', [label])}
        onPointerMove={(event) => {
          const next = pointedAt(event);
          if (next?.day !== at?.day || next?.hour !== at?.hour) setAt(next);
        }}
        onPointerLeave={() => setAt(null)}
      >
        <Scale />
        {cells}
        {at && (
          <rect
            class="pointed"
            x={left + at.hour * cell + 0.5}
            y={top + at.day * cell + 0.5}
            width={cell - 1}
            height={cell - 1}
            rx="4"
          />
        )}
      </svg>
      <p class="heat-line">
        <span>{at ? wordsAt(week, at) : label}</span>
        <Legend most={most} />
      </p>
    </>
  );
}

/** Articles by weekday, Monday first, and hour of the reader's clock; the same as a table on demand. */
export function HeatMap({ week }: { week: Week }) {
  const most = Math.max(...week.flat());
  if (most === 0) return <p class="quiet">{t('heatNone')}</p>;
  return (
    <>
      <p class="part-text">{t('heatText')}</p>
      <Picture week={week} most={most} />
      <AsTable week={week} />
    </>
  );
}
