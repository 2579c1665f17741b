import { t } from '../../utils/browser/text';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const relatives = new Map<string, Intl.RelativeTimeFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** Making an Intl formatter takes longer than a hundred uses of it. */
function kept<T>(store: Map<string, T>, key: string, make: () => T): T {
  const known = store.get(key);
  if (known !== undefined) return known;
  const made = make();
  store.set(key, made);
  return made;
}

function dateFormat(language: string, name: string, options: Intl.DateTimeFormatOptions) {
  return kept(dates, `${language} ${name}`, () => new Intl.DateTimeFormat(language, options));
}

/**
 * How long ago, in a few letters: "just now", "5 min. ago", "yesterday"; older than six days the date, with the year when it
 * is another one. A time ahead of `now` counts as now: clocks of publishers run fast.
 */
export function relativeTime(at: number, now: number, language: string): string {
  const age = Math.max(0, now - at);
  if (age < minute) return t('momentAgo');
  const ago = kept(
    relatives,
    language,
    () => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'narrow' }),
  );
  if (age < hour) return ago.format(-Math.floor(age / minute), 'minute');
  if (age < day) return ago.format(-Math.floor(age / hour), 'hour');
  if (age < 7 * day) return ago.format(-Math.floor(age / day), 'day');
  return dayWords(at, now, language);
}

/** Day and minute in the reader's time zone. */
export function exactTime(at: number, language: string): string {
  return dateFormat(language, 'exact', { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** "35 minutes", "12 hours", "3 days": the largest unit of which there is at least one, or two of days. */
export function spanWords(ms: number, language: string): string {
  const [unit, size] =
    ms >= 2 * day
      ? (['day', day] as const)
      : ms >= hour
        ? (['hour', hour] as const)
        : (['minute', minute] as const);
  const value = Math.max(1, Math.round(ms / size));
  const words = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  // the page sets Chinese and figures apart by itself
  return language.startsWith('zh') ? words.replace(' ', '') : words;
}

/** The minute of a time near `now`; with the day where that is another one. */
export function clockTime(at: number, now: number, language: string): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  if (sameDay) return dateFormat(language, 'clock', { hour: 'numeric', minute: '2-digit' }).format(at);
  const options = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
  return dateFormat(language, 'day clock', options).format(at);
}

/** The day, written short. */
export function dayWords(at: number, now: number, language: string): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  if (sameYear) return dateFormat(language, 'day', { month: 'short', day: 'numeric' }).format(at);
  return dateFormat(language, 'year', { year: 'numeric', month: 'short', day: 'numeric' }).format(at);
}
