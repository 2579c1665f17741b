import { parseHttpDate } from './http-date';
import { day } from './times';

export interface CacheHeaders {
  cacheControl: string | null;
  expires: string | null;
  date: string | null;
  age: string | null;
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

/** The same for a 304: what it does not mention stays as the last full answer had it (RFC 9111 4.3.4). */
export function renewedFreshnessMs(headers: CacheHeaders, before: number): number {
  const says = headers.cacheControl !== null || headers.expires !== null;
  return says ? headerFreshnessMs(headers) : before;
}

function clamp(ms: number): number {
  return Math.min(day, Math.max(0, ms));
}
