/** Milliseconds since the epoch; null where the text is no date. */
export function parseDate(text: string, _language = ''): number | null {
  const at = text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
