import { parseHttpDate } from './http-date';
import { day, hour, minute } from './times';

export interface RetryHeaders {
  retryAfter: string | null;
  /** The server's own clock: a date in Retry-After is measured against it. */
  date: string | null;
}

/**
 * How long a server asks us to stay away, in ms: from one minute to seven days. A header that says nothing usable counts
 * as an hour; null when the answer carries none (RFC 9110 10.2.3; polling S-6).
 */
export function retryAfterMs({ retryAfter, date }: RetryHeaders, now: number): number | null {
  if (retryAfter === null) return null;
  const text = retryAfter.trim();
  const until = parseHttpDate(text);
  const asked = until === null ? seconds(text) : until - (parseHttpDate(date ?? '') ?? now);
  if (asked === null || asked < 0) return hour;
  return Math.min(7 * day, Math.max(minute, asked));
}

function seconds(text: string): number | null {
  return /^\d{1,12}$/.test(text) ? Number(text) * 1000 : null;
}
