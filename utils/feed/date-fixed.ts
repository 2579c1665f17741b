import { toEpoch } from './date-epoch';

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const COLON = 58;

/**
 * The two forms that nearly all feeds use, `Tue, 21 Jan 2025 14:35:15 GMT` (or +0800) and `2025-01-21T14:35:15Z` (or
 * +08:00), read by position: a document has tens of thousands. Null for every other form, also for the invalid.
 */
export function fixedDate(text: string): number | null {
  return text.charCodeAt(10) === 84 ? iso(text) : rfc(text);
}

function rfc(text: string): number | null {
  const comma = text.charCodeAt(3) === 44 && text.charCodeAt(4) === 32;
  let at = comma ? 5 : 0;
  const long = text.charCodeAt(at + 1) !== 32;
  const day = digits(text, at, long ? 2 : 1);
  at += long ? 3 : 2;
  const month = MONTHS.indexOf(text.slice(at, at + 3));
  const year = digits(text, at + 4, 4);
  const east = zone(text, at + 17, true);
  if (day < 1 || year < 1000 || month < 0 || month % 3 > 0 || Number.isNaN(east)) return null;
  return clock(text, at + 9, year, month / 3 + 1, day, east);
}

function iso(text: string): number | null {
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)];
  let end = 19;
  if (text.charCodeAt(end) === 46)
    do end++;
    while (digits(text, end, 1) >= 0);
  const east = zone(text, end, false);
  if (year < 1000 || month < 1 || day < 1 || text.charCodeAt(4) !== 45 || Number.isNaN(east)) return null;
  return clock(text, 11, year, month, day, east);
}

function clock(
  text: string,
  at: number,
  year: number,
  month: number,
  day: number,
  east: number,
): number | null {
  const [hour, minute, second] = [digits(text, at, 2), digits(text, at + 3, 2), digits(text, at + 6, 2)];
  const colons = text.charCodeAt(at + 2) === COLON && text.charCodeAt(at + 5) === COLON;
  if (!colons || hour < 0 || minute < 0 || second < 0) return null;
  return toEpoch({ year, month, day }, { hour, minute, second }, east);
}

/** Minutes east of Greenwich by what stands from `at` to the end; NaN for anything but Z, GMT and offsets. */
function zone(text: string, at: number, spaced: boolean): number {
  const from = spaced ? at + 1 : at;
  if (spaced && text.charCodeAt(at) !== 32) return Number.NaN;
  const code = text.charCodeAt(from);
  if (code !== 43 && code !== 45) {
    const name = text.slice(from);
    return name === 'GMT' || name === 'Z' || name === 'UTC' ? 0 : Number.NaN;
  }
  const minuteAt = text.charCodeAt(from + 3) === COLON ? from + 4 : from + 3;
  const hours = digits(text, from + 1, 2);
  const minutes = digits(text, minuteAt, 2);
  if (hours < 0 || minutes < 0 || minutes > 59 || text.length !== minuteAt + 2) return Number.NaN;
  return (code === 45 ? -1 : 1) * (hours * 60 + minutes);
}

/** The number that so many digits make; -1 where there are others. */
function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}
