const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994` (RFC 9110 5.6.7). */
const forms = [
  /^\w+, (?<day>\d{1,2})[ -](?<month>[A-Z][a-z]{2})[ -](?<year>\d{4}|\d{2}) (?<time>\d{2}:\d{2}:\d{2}) (?:GMT|UTC)$/,
  /^\w{3} (?<month>[A-Z][a-z]{2}) {1,2}(?<day>\d{1,2}) (?<time>\d{2}:\d{2}:\d{2}) (?<year>\d{4})$/,
];

/** An HTTP date in ms since the epoch; null when it is none (`Expires: 0` is common). */
export function parseHttpDate(text: string): number | null {
  const groups = forms.map((form) => form.exec(text.trim())?.groups).find(Boolean);
  if (!groups) return null;
  const { day = '', month = '', year = '', time = '' } = groups;
  const place = months.indexOf(month);
  if (place < 0 || place % 3 !== 0) return null;
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const fullYear = year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year);
  return Date.UTC(fullYear, place / 3, Number(day), hours, minutes, seconds);
}
