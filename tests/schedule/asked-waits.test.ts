import { describe, expect, test } from 'vitest';
import { headerFreshnessMs, renewedFreshnessMs } from '../../utils/schedule/freshness';
import { parseHttpDate } from '../../utils/schedule/http-date';
import { retryAfterMs } from '../../utils/schedule/retry-after';
import { day, hour, minute } from '../../utils/schedule/times';

const written = Date.UTC(1994, 10, 6, 8, 49, 37);

test.each([
  ['Sun, 06 Nov 1994 08:49:37 GMT', written],
  ['Sunday, 06-Nov-94 08:49:37 GMT', written],
  ['Sun Nov  6 08:49:37 1994', written],
  ['  Sun, 06 Nov 1994 08:49:37 UTC ', written],
  ['Sun, 06 Nov 2094 08:49:37 GMT', Date.UTC(2094, 10, 6, 8, 49, 37)],
  ['0', null],
  ['-1', null],
  ['', null],
  ['Sun, 06 Nov 1994', null],
  ['Sun, 06 Ovt 1994 08:49:37 GMT', null],
  ['Sun, 06 anF 1994 08:49:37 GMT', null],
])('an HTTP date: %s', (text, time) => {
  expect(parseHttpDate(text)).toBe(time);
});

describe('Retry-After', () => {
  const now = written + 400 * day;
  const date = 'Sun, 06 Nov 1994 08:49:37 GMT';
  test.each([
    ['absent', null, null],
    ['seconds', '120', 2 * minute],
    ['less than a minute', '1', minute],
    ['more than a week', '99999999', 7 * day],
    ['a date, against the Date header and not our clock', 'Sun, 06 Nov 1994 10:49:37 GMT', 2 * hour],
    ['a date that has passed', 'Sat, 05 Nov 1994 10:49:37 GMT', hour],
    ['junk', 'soon', hour],
    ['negative', '-5', hour],
    ['a fraction', '1.5', hour],
  ])('%s', (_, retryAfter, wait) => {
    expect(retryAfterMs({ retryAfter, date }, now)).toBe(wait);
  });
  test('a date without a Date header counts from now', () => {
    const retryAfter = new Date(written + 3 * hour).toUTCString();
    expect(retryAfterMs({ retryAfter, date: null }, written)).toBe(3 * hour);
  });
});

describe('freshness', () => {
  const none = { cacheControl: null, expires: null, date: null, age: null };
  const date = 'Sun, 06 Nov 1994 08:49:37 GMT';
  const later = 'Sun, 06 Nov 1994 10:49:37 GMT';
  test.each([
    ['nothing said', {}, 0],
    ['max-age', { cacheControl: 'public, max-age=7200' }, 2 * hour],
    ['max-age less Age', { cacheControl: 'max-age=7200', age: '3600' }, hour],
    ['quoted, in capitals', { cacheControl: 'Max-Age="7200"' }, 2 * hour],
    ['16 years', { cacheControl: 'max-age=500000000' }, day],
    ['no-cache wins', { cacheControl: 'no-cache, max-age=315360000' }, 0],
    ['no-store wins', { cacheControl: 'max-age=7200, no-store' }, 0],
    ['max-age before Expires', { cacheControl: 'max-age=60', expires: later, date }, minute],
    ['Expires against Date', { expires: later, date }, 2 * hour],
    ['Expires without Date says nothing', { expires: later }, 0],
    ['Expires: 0', { expires: '0', date }, 0],
    ['an age beyond max-age', { cacheControl: 'max-age=60', age: '600' }, 0],
  ])('%s', (_, headers, wait) => {
    expect(headerFreshnessMs({ ...none, ...headers })).toBe(wait);
  });
  test('a 304 renews what it mentions, and leaves the rest as it was', () => {
    expect(renewedFreshnessMs(none, 3 * hour)).toBe(3 * hour);
    expect(renewedFreshnessMs({ ...none, cacheControl: 'max-age=7200' }, 3 * hour)).toBe(2 * hour);
    expect(renewedFreshnessMs({ ...none, cacheControl: 'no-cache' }, 3 * hour)).toBe(0);
  });
});
