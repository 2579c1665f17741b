import type { Day } from './date-epoch';
import { FILLERS, monthOf } from './date-tables';

const WEEKDAY = /(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]|[日月火水木金土]曜日?|[월화수목금토일]요일/g;
const EAST_ASIAN =
  /(民國|民国|令和|平成)?\s*(\d{1,4})\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日号號일]?)?/;
/** Years that count from the founding of the republic or the beginning of a reign. */
const ERAS: Record<string, number> = { 民國: 1911, 民国: 1911, 令和: 2018, 平成: 1988 };

/** The day out of what is left of a date, in lower case, when time and zone are taken out; null where there is none. */
export function calendarDay(text: string): Day | null {
  const plain = text.replace(WEEKDAY, ' ').trim();
  if (/[:+?]/.test(plain)) return null;
  const eastAsian = EAST_ASIAN.exec(plain);
  if (eastAsian) {
    const [, era = '', year = '', month, day = '1'] = eastAsian;
    const counted = era === '' ? fullYear(year) : Number(year) + (ERAS[era] ?? 0);
    return { year: counted, month: Number(month), day: Number(day) };
  }
  return numericDay(plain.replace(/^\p{L}+\.?,?\s+(?=\d)/u, '').trim()) ?? namedDay(plain);
}

/** Forms without a month's name. A year of four figures stands first, or last; `03-12-31` is ISO 8601 of old. */
const NUMERIC: [pattern: RegExp, order: 'ymd' | 'dmy' | 'either'][] = [
  [/^(\d{4})\s?[-/.]\s?(\d{1,3})(?:\s?[-/.]\s?(\d{1,2}))?\.?$/, 'ymd'],
  [/^(\d{4})(\d\d)(\d\d)$/, 'ymd'],
  [/^(\d\d)(\d\d)(\d\d)$/, 'ymd'],
  [/^(\d\d)-(\d\d)-(\d\d)$/, 'ymd'],
  [/^-(\d\d)-?(\d\d)$/, 'ymd'],
  [/^(\d{4})$/, 'ymd'],
  [/^(\d{1,2})\s?[.-]\s?(\d{1,2})\s?[.-]\s?(\d{4}|\d\d)$/, 'dmy'],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d\d)$/, 'either'],
];

function numericDay(text: string): Day | null {
  const ordinal = /^(\d{4})-?(\d{3})$/.exec(text);
  if (ordinal) return dayOfYear(Number(ordinal[1]), Number(ordinal[2]));
  for (const [pattern, order] of NUMERIC) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [first, second, third] = [found[1] ?? '', found[2] ?? '1', found[3] ?? '1'];
    if (order === 'ymd') return { year: fullYear(first), month: Number(second), day: Number(third) };
    const monthFirst = order === 'either' && Number(first) <= 12;
    const [month, day] = monthFirst ? [first, second] : [second, first];
    return { year: fullYear(third), month: Number(month), day: Number(day) };
  }
  return null;
}

function dayOfYear(year: number, ordinal: number): Day | null {
  const date = new Date(Date.UTC(year, 0, ordinal));
  if (ordinal < 1 || date.getUTCFullYear() !== year) return null;
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const NUMERALS = ' 一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ');

/** A month's name with a day and a year, in any order, after or before the name of a weekday. */
function namedDay(text: string): Day | null {
  const spelt = text.replace(
    /(\d{1,2})\s*[月월]/,
    (_all, month: string) => `${NUMERALS[Number(month)] ?? ''}月`,
  );
  const words =
    spelt
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/\p{L}+|\d+/gu) ?? [];
  const numbers = words.filter(isNumber);
  const named = words.flatMap((word, i) =>
    isNumber(word) || FILLERS.has(word) ? [] : [{ month: monthOf(word), i }],
  );
  // A first word is the weekday, even where it could be a month (French mardi, Spanish martes).
  if (named.length > 1 && named[0]?.i === 0) named.shift();
  if (named.length > 1 && named[1]?.i === words.length - 1) named.pop();
  const month = named.length === 1 ? (named[0]?.month ?? 0) : 0;
  const [first, second = ''] = numbers;
  if (month === 0 || first === undefined || numbers.length > 2) return null;
  if (second === '') return first.length === 4 ? { year: Number(first), month, day: 1 } : null;
  const yearFirst = first.length > 2;
  return { year: fullYear(yearFirst ? first : second), month, day: Number(yearFirst ? second : first) };
}

function isNumber(word: string): boolean {
  return /^\d/.test(word);
}

/**
 * A year as written: of two figures it is of this century below 70, of three figures what is left when a program adds
 * 1900 wrongly, above 2400 Buddhist.
 */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length < 3) return year < 70 ? 2000 + year : 1900 + year;
  if (digits.length === 3) return 1900 + year;
  return year > 2400 && year < 2700 ? year - 543 : year;
}
