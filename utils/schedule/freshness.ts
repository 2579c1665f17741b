import { parseHttpDate } from './http-date';
import { day, minute } from './times';

export interface CacheHeaders {
  cacheControl: string | null;
  expires: string | null;
  date: string | null;
  age: string | null;
}

/** What a feed document says of its own pace. */
export interface DocumentPace {
  ttlMinutes: number | null;
  updatePeriodMinutes: number | null;
}

function directives(cacheControl: string | null): Map<string, string> {
  const parts = (cacheControl ?? '').toLowerCase().split(',');
  return new Map(
    parts.map((part) => {
      const [name = '', value = ''] = part.split('=');
      return [name.trim(), value.trim().replaceAll('"', '')];
    }),
  );
}

/**
 * How long a server says that its answer stays good, in ms, 0 to 24 hours. no-cache and no-store win over any max-age;
 * Expires is measured against the server's Date, never our clock (RFC 9111 4.2, 5.2.2.4; polling S-2).
 */
export function headerFreshnessMs(headers: CacheHeaders): number {
  const asked = directives(headers.cacheControl);
  if (asked.has('no-cache') || asked.has('no-store')) return 0;
  const maxAge = asked.get('max-age');
  if (maxAge !== undefined && /^\d+$/.test(maxAge)) {
    const age = /^\d+$/.test(headers.age ?? '') ? Number(headers.age) : 0;
    return clamp((Number(maxAge) - age) * 1000);
  }
  const expires = parseHttpDate(headers.expires ?? '');
  const date = parseHttpDate(headers.date ?? '');
  return expires === null || date === null ? 0 : clamp(expires - date);
}

/** The longest wait that the answer or the document asks for, in ms, 0 to 24 hours. */
export function freshnessMs(headers: CacheHeaders, pace: DocumentPace | null): number {
  const minutes = Math.max(pace?.ttlMinutes ?? 0, pace?.updatePeriodMinutes ?? 0);
  return Math.max(headerFreshnessMs(headers), clamp(minutes * minute));
}

function clamp(ms: number): number {
  return Math.min(day, Math.max(0, ms));
}
