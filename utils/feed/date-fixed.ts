import { toEpoch } from './date-epoch';

const FIXED =
  /^(([A-Z][a-z]{2}, )?\d\d? [A-Z][a-z]{2} (19|20)\d\d |(19|20)\d\d-\d\d-\d\dT)\d\d:\d\d:\d\d(\.\d+)? ?(GMT|UTC|Z|[+-]\d\d:?\d\d)$/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * The two forms that nearly all feeds use, `Tue, 21 Jan 2025 14:35:15 GMT` (or +0800) and `2025-01-21T14:35:15Z` (or
 * +08:00), at once: a document has tens of thousands. Null for every other form, also for the invalid. The figures
 * are cut out by their distance from the first colon, since a match that captures costs several times as much.
 */
export function fixedDate(text: string): number | null {
  if (!FIXED.test(text)) return null;
  const colon = text.indexOf(':');
  /** Two figures, of which the first may be a space. */
  const two = (from: number) =>
    (text.charCodeAt(colon + from) & 15) * 10 + (text.charCodeAt(colon + from + 1) & 15);
  const isIso = text.charAt(colon - 3) === 'T';
  const at = isIso ? -13 : -7;
  const month = isIso ? two(-8) : MONTHS.indexOf(text.slice(colon - 11, colon - 8)) / 3 + 1;
  const end = text.length - colon;
  const zone = text.charAt(text.length - 3) === ':' ? end - 5 : end - 4;
  const sign = text.charAt(colon + zone - 1);
  const east = two(zone) * 60 + two(end - 2);
  return toEpoch(
    { year: two(at) * 100 + two(at + 2), month, day: two(isIso ? -5 : -14) },
    { hour: two(-2), minute: two(1), second: two(4) },
    sign === '+' ? east : sign === '-' ? -east : 0,
  );
}
