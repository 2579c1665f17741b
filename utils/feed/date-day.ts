import type { Day } from './date-epoch';
import { monthOf } from './date-tables';

const EAST_ASIAN = /(民國|令和)?\s*(\d{1,4})\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日號号일]?)?/;
/** Years that count from the founding of the republic or the beginning of a reign. */
const ERAS: Record<string, number> = { 民國: 1911, 令和: 2018 };

/** The day out of what is left of a date, in lower case, when time and zone are taken out; null where there is none. */
export function calendarDay(text: string): Day | null {
  if (/[:+]/.test(text)) return null;
  const eastAsian = EAST_ASIAN.exec(text);
  if (!eastAsian) return numericDay(text.replace(/^\p{L}+\.?\s+(?=[-\d])/u, '').trim()) ?? namedDay(text);
  const [, era = '', year = '', month, day = '1'] = eastAsian;
  const counted = ERAS[era];
  return { year: counted ? Number(year) + counted : fullYear(year), month: Number(month), day: Number(day) };
}

/**
 * Forms without a month's name. A year of four figures stands first, or last; two figures each with hyphens are ISO 8601
 * of old (`03-12-31`, `031231`, `-03-12`); of `1/2/2025` the first is the month if it can be.
 */
function numericDay(text: string): Day | null {
  const old = /^(\d{4}(?!-)|\d\d)(-?)(\d\d)\2(\d\d)$/.exec(text) ?? /^-(\d\d)(-?)(\d\d)$/.exec(text);
  if (old) return dayOf(old[1], old[3], old[4]);
  const found = /^(\d{1,4})(?:\s?([-/.])\s?(\d{1,3}))?(?:\s?[-/.]\s?(\d{1,4}))?\.?$/.exec(text);
  const [, first = '', mark, second, third] = found ?? [];
  if (first.length === 4) return dayOf(first, second, third);
  if (third === undefined || first.length > 2) return null;
  const monthFirst = mark === '/' && Number(first) <= 12;
  return monthFirst ? dayOf(third, first, second) : dayOf(third, second, first);
}

function dayOf(year = '', month = '1', day = '1'): Day {
  return { year: fullYear(year), month: Number(month), day: Number(day) };
}

/** A month's name with a day and a year, in any order; other words say nothing. */
function namedDay(text: string): Day | null {
  const words = text.match(/\d{1,2}\s?[月월]|[\p{L}\p{M}]+|\d+/gu) ?? [];
  const months: number[] = [];
  const numbers: string[] = [];
  for (const word of words) {
    const month = /^\d/.test(word) ? Number(/^(\d+)\s?\D/.exec(word)?.[1] ?? 0) : monthOf(word);
    if (month > 0) months.push(month);
    else if (/^\d/.test(word)) numbers.push(word);
  }
  // A first word is the weekday, even where it could be a month (French mardi, Spanish martes).
  if (months.length > 1 && monthOf(words[0] ?? '') > 0) months.shift();
  const [month, other] = months;
  const [first = '', second] = numbers;
  if (month === undefined || other !== undefined || numbers.length > 2) return null;
  if (second === undefined)
    return first.length === 4 && words.length === 2 ? dayOf(first, String(month)) : null;
  return first.length > 2 ? dayOf(first, String(month), second) : dayOf(second, String(month), first);
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
