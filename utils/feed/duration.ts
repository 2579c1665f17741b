/** Seconds out of `3600`, `1:02:03` or `62:03` (itunes:duration, media:content); null for anything else. */
export function parseDuration(text: string): number | null {
  if (!/^\d{1,9}(:\d{1,2}){0,2}(\.\d+)?$/.test(text)) return null;
  const seconds = text.split(':').reduce((total, part) => total * 60 + Number.parseFloat(part), 0);
  return Math.round(seconds);
}

/** A whole number of at most `max`, as attributes give lengths and times to live; null for anything else. */
export function parseCount(text: string, max = Number.MAX_SAFE_INTEGER): number | null {
  if (!/^\d[\d,]{0,18}$/.test(text)) return null;
  const value = Number(text.replaceAll(',', ''));
  return value > max ? null : value;
}
