import { t } from '../../utils/browser/text';
import { formatNumber, uiLanguage } from '../shared/locale';
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

function labelOf(week: readonly (readonly number[])[], most: number): string {
  const day = week.findIndex((counts) => counts.includes(most));
  const hour = week[day]?.indexOf(most) ?? 0;
  return t('heatLabel', [dayNames('long')[day] ?? '', hourWords(hour)]);
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
          <text key={hour} x={left + hour * cell} y={14}>
            {hourWords(hour)}
          </text>
        ))}
    </>
  );
}

/** The more articles, the larger and the darker. */
function Cell({ day, hour, share }: { day: number; hour: number; share: number }) {
  const size = share === 0 ? 2 : 5 + 12 * Math.sqrt(share);
  const middle = (place: number) => place * cell + (cell - size) / 2;
  return (
    <rect
      class={share === 0 ? 'none' : undefined}
      x={left + middle(hour)}
      y={top + middle(day)}
      width={size}
      height={size}
      rx={share === 0 ? 1 : 3}
      fill-opacity={share === 0 ? undefined : 0.35 + 0.65 * share}
    />
  );
}

function AsTable({ week }: { week: readonly (readonly number[])[] }) {
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

/** Articles by weekday, Monday first, and hour of the reader's clock; the same as a table on demand. */
export function HeatMap({ week }: { week: readonly (readonly number[])[] }) {
  const most = Math.max(...week.flat());
  if (most === 0) return <p class="quiet">{t('heatNone')}</p>;
  return (
    <>
      <svg
        class="heat-map"
        viewBox={`0 0 ${left + 24 * cell} ${top + 7 * cell}`}
        role="img"
        aria-label={labelOf(week, most)}
      >
        <Scale />
        {week.map((counts, day) =>
          counts.map((count, hour) => (
            <Cell key={`${day} ${hour}`} day={day} hour={hour} share={count / most} />
          )),
        )}
      </svg>
      <AsTable week={week} />
    </>
  );
}
