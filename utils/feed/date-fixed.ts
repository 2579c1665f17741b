import { toEpoch } from './date-epoch';

const RFC_822 =
  /^(?:[A-Z][a-z]{2}, )?(\d\d?) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC|Z|([+-]\d\d):?(\d\d))$/;
const W3CDTF = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|([+-]\d\d):?(\d\d))$/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * The two forms that nearly all feeds use, `Tue, 21 Jan 2025 14:35:15 GMT` (or +0800) and `2025-01-21T14:35:15Z` (or
 * +08:00), at once: a document has tens of thousands. Null for every other form, also for the invalid.
 */
export function fixedDate(text: string): number | null {
  const rfc = RFC_822.exec(text);
  const found = rfc ?? W3CDTF.exec(text);
  if (!found) return null;
  const [, first, second = '', third, hour, minute, seconds, hours = '0', minutes = '0'] = found;
  const month = rfc ? MONTHS.indexOf(second) / 3 + 1 : Number(second);
  const [year, day] = rfc ? [third, first] : [first, third];
  const east = Number(hours) * 60 + Number(hours.charAt(0) + minutes);
  return toEpoch(
    { year: Number(year), month, day: Number(day) },
    { hour: Number(hour), minute: Number(minute), second: Number(seconds) },
    east,
  );
}
