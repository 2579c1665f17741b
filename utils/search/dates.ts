import { foldScript } from '../text/script-fold';

const day = 86_400_000;
const spans: Record<string, number> = { h: 3_600_000, d: day, w: 7 * day, m: 30 * day, y: 365 * day };
/** How Chinese writes these. Of years no more than three figures: with four it is the year itself. */
const inChinese: readonly (readonly [pattern: string, latin: string])[] = [
  ['今[天日]', 'today'],
  ['昨[天日]', 'yesterday'],
  ['(\\d+)个?小时前?', '$1h'],
  ['(\\d+)[天日]前?', '$1d'],
  ['(\\d+)个?(?:周|星期|礼拜)前?', '$1w'],
  ['(\\d+)个月前?', '$1m'],
  ['(\\d{1,3})年前?', '$1y'],
  ['(\\d{4})年(?:(\\d{1,2})月(?:(\\d{1,2})[日号])?)?', '$1-$2-$3'],
];

/** `3天` is `3d`, `2026年1月` is `2026-1`; other texts as they are. */
function inLatin(folded: string): string {
  for (const [pattern, latin] of inChinese) {
    const text = folded.replace(new RegExp(`^${foldScript(pattern)}$`), latin);
    if (text !== folded) return text.replace(/-+$/, '');
  }
  return folded;
}

/**
 * The span of time that a word, folded and in lower case, means: [first ms, first ms behind it] in the reader's own time
 * zone; null for none.
 */
export function readDate(folded: string, now: number): [number, number] | null {
  const text = inLatin(folded);
  const ago = /^(\d{1,5})([hdwmy])$/.exec(text);
  if (ago) {
    const at = now - Number(ago[1]) * (spans[ago[2] ?? ''] ?? 0);
    return [at, at];
  }
  const today = new Date(now);
  if (text === 'today') return days(today.getFullYear(), today.getMonth(), today.getDate());
  if (text === 'yesterday') return days(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  const [, year, month, date] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text) ?? [];
  return year === undefined ? null : calendar(Number(year), month, date);
}

function calendar(
  year: number,
  month: string | undefined,
  date: string | undefined,
): [number, number] | null {
  if (month === undefined) return [start(year, 0, 1), start(year + 1, 0, 1)];
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (date === undefined) return [start(year, Number(month) - 1, 1), start(year, Number(month), 1)];
  const isDay = new Date(year, Number(month) - 1, Number(date)).getMonth() === Number(month) - 1;
  return isDay && Number(date) > 0 ? days(year, Number(month) - 1, Number(date)) : null;
}

const start = (year: number, month: number, date: number) => new Date(year, month, date).getTime();

function days(year: number, month: number, date: number): [number, number] {
  return [start(year, month, date), start(year, month, date + 1)];
}
