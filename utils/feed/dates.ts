import { calendarDay } from './date-day';
import { toEpoch } from './date-epoch';
import { fixedDate } from './date-fixed';
import { offsetAt, zoneOf } from './date-tables';
import { takeTime } from './date-time';

/** No date that anyone writes is longer; what is, is not looked at. */
const MAX_LENGTH = 100;

/**
 * When a feed says that something was, in milliseconds since the epoch; null for what is no date. Takes RFC 822 in any
 * order and several languages, W3CDTF and ISO 8601 with parts missing, 年月日, asctime and seconds since the epoch.
 * Without a zone it is UTC, as feedparser has it, but the publisher's one zone for Chinese, Japanese and Korean dates,
 * and feeds (`language`, a BCP 47 tag). Date.parse would take the reader's zone, and knows half of the forms.
 */
export function parseDate(text: string, language = ''): number | null {
  if (text === '' || text.length > MAX_LENGTH) return null;
  return fixedDate(text) ?? fromEpoch(text) ?? fromWords(text, language);
}

/** A zone by the name that the time zone database has for it. */
const PLACE = /[a-z]{2,}(\/[a-z_-]{3,})+(?![\w+])/;

/** Seconds or milliseconds since the epoch. */
function fromEpoch(text: string): number | null {
  const digits = /^(\d{9,10}|\d{13})(\.\d*)?$/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits) * (digits.length > 10 ? 1 : 1000);
}

function fromWords(text: string, language: string): number | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([]([^)\]]*)[)\]]/g, (_all, inner: string) =>
      zoneOf(inner) === undefined ? ' ' : ` ${inner} `,
    )
    .replaceAll(',', ' ')
    // Arabic and Persian digits.
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .trim();
  const [place = ''] = PLACE.exec(plain) ?? [];
  const { time, east, rest } = takeTime(plain.replace(place, ''));
  const day = calendarDay(rest);
  if (day === null) return null;
  // CST is one of six zones; China's for who writes Chinese.
  const named = /\bcst\b/.test(plain) && /^zh\b/i.test(language) ? 480 : east;
  const at = toEpoch(day, time, place === '' ? (named ?? defaultZone(plain, language)) : 0);
  return place === '' || at === null ? at : at - offsetAt(place, at) * 60_000;
}

/** China and Taiwan have one zone, Japan and Korea the next: dates written there without a zone are in it. */
function defaultZone(text: string, language: string): number {
  if (/[\uac00-\ud7af]|午[前後]|曜|時\d*分/.test(text) || /^(ja|ko)\b/i.test(language)) return 540;
  return /[一-鿿]/.test(text) || /^zh\b/i.test(language) ? 480 : 0;
}
