import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../utils/feed/dates';

const iso = (text: string, language?: string) => {
  const at = parseDate(text, language);
  return at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z');
};

/** As written, what it means, and where it matters the feed's language. */
const dates: [text: string, meaning: string, language?: string][] = [
  // RFC 822 and what became of it
  ['Tue, 21 Jan 2025 14:35:15 GMT', '2025-01-21T14:35:15Z'],
  ['Tue, 21 Jan 2025 14:35:15 +0800', '2025-01-21T06:35:15Z'],
  ['Tue, 21 Jan 2025 14:35:15 +08:00', '2025-01-21T06:35:15Z'],
  ['Tue , 21 Jan 2025 14:35:15 GMT', '2025-01-21T14:35:15Z'],
  ['Tue,21 Jan 2025 14:35:15 -0000', '2025-01-21T14:35:15Z'],
  ['21 Jan 25 14:35 EST', '2025-01-21T19:35:00Z'],
  ['Thu, 1 Jan 4 19:48:21 GMT', '2004-01-01T19:48:21Z'],
  ['Thu, 21 Jan 125 10:00:00 GMT', '2025-01-21T10:00:00Z'],
  ['Thu, 01 Jan 98 00:00:00 GMT', '1998-01-01T00:00:00Z'],
  ['Mon, 13 Feb, 2012 06:28:00 UTC', '2012-02-13T06:28:00Z'],
  ['Wed, 19 Aug 2009 18:28:00 Etc/GMT', '2009-08-19T18:28:00Z'],
  ['Wed, 19 Feb 2012 22:40:00 GMT-01:01', '2012-02-19T23:41:00Z'],
  ['Tue, 21 Jan 2025 14:35:15 GMT+8', '2025-01-21T06:35:15Z'],
  ['Tue Jan 21 2025 14:35:15 GMT+0800 (China Standard Time)', '2025-01-21T06:35:15Z'],
  ['Tue, 21 Jan 2025 14:35:15 (EST)', '2025-01-21T19:35:15Z'],
  ['Mon, 26 January 2004 16:31:00 PT', '2004-01-27T00:31:00Z'],
  ['Sat, 01 Jan 2022 24:00:00 GMT', '2022-01-02T00:00:00Z'],
  ['Sat, 31 Dec 2016 23:59:60 GMT', '2016-12-31T23:59:59Z'],
  ['Thu, 01 Jan 2004', '2004-01-01T00:00:00Z'],
  ['January 5, 2024 12:04 am', '2024-01-05T00:04:00Z'],
  ['Jan 5, 2024 3:04 PM EST', '2024-01-05T20:04:00Z'],
  ['4th September 2025', '2025-09-04T00:00:00Z'],
  ['Sun Jan  4 16:29:06 2004', '2004-01-04T16:29:06Z'],
  ['Sun Jul 15 01:16:00 +0000 2012', '2012-07-15T01:16:00Z'],
  ['Fri, 2006/09/15 08:19:53 EDT', '2006-09-15T12:19:53Z'],
  // ISO 8601 and W3CDTF
  ['2025-01-21T14:35:15Z', '2025-01-21T14:35:15Z'],
  ['2025-01-21T14:35:15.123456+08:00', '2025-01-21T06:35:15Z'],
  ['2025-01-21T14:35+08', '2025-01-21T06:35:00Z'],
  ['2025-01-21T14Z', '2025-01-21T14:00:00Z'],
  ['20250121T143515Z', '2025-01-21T14:35:15Z'],
  ['20250121', '2025-01-21T00:00:00Z'],
  ['2025-01', '2025-01-01T00:00:00Z'],
  ['2025', '2025-01-01T00:00:00Z'],
  ['2003-012-31T10:14:55+00:00', '2003-12-31T10:14:55Z'],
  ['031231', '2003-12-31T00:00:00Z'],
  ['-03-12', '2003-12-01T00:00:00Z'],
  ['2025-01-21 14:35:15 UTC', '2025-01-21T14:35:15Z'],
  ['2025-01-21 14:35:15.0', '2025-01-21T14:35:15Z'],
  ['2025/1/21 14:35:15', '2025-01-21T14:35:15Z'],
  ['2004-02-28T18:14:55-08:00', '2004-02-29T02:14:55Z'],
  ['Thu, 01 Jan 0100 00:00:01 +0100', '0099-12-31T23:00:01Z'],
  // other orders
  ['21.01.2025 14:35', '2025-01-21T14:35:00Z'],
  ['21/01/2025', '2025-01-21T00:00:00Z'],
  ['01/21/2025 14:35', '2025-01-21T14:35:00Z'],
  // since the epoch
  ['1737470115', '2025-01-21T14:35:15Z'],
  ['1737470115000', '2025-01-21T14:35:15Z'],
  ['1737470115.5', '2025-01-21T14:35:15Z'],
  ['999999999', '2001-09-09T01:46:39Z'],
  // Chinese, Japanese, Korean: without a zone in their own
  ['2025年1月21日', '2025-01-20T16:00:00Z'],
  ['2025年01月21日 22:35:15', '2025-01-21T14:35:15Z'],
  ['２０２５年１月２１日', '2025-01-20T16:00:00Z'],
  ['2024年5月1日 下午3:04', '2024-05-01T07:04:00Z'],
  ['2024年5月1日上午12时30分', '2024-04-30T16:30:00Z'],
  ['2024年5月1日星期三 晚上8點', '2024-05-01T12:00:00Z'],
  ['民國113年5月1日', '2024-04-30T16:00:00Z'],
  ['星期二, 21 一月 2025 14:35:15 +0800', '2025-01-21T06:35:15Z'],
  ['2024-05-01 12:00:00', '2024-05-01T04:00:00Z', 'zh-CN'],
  ['2024-05-01 12:00:00', '2024-05-01T03:00:00Z', 'ja'],
  ['2024-05-01 12:00:00', '2024-05-01T12:00:00Z', 'en'],
  ['2024-05-01 12:00:00 +0000', '2024-05-01T12:00:00Z', 'zh-CN'],
  ['Tue, 21 Jan 2025 14:35:15 CST', '2025-01-21T06:35:15Z', 'zh-cn'],
  ['Tue, 21 Jan 2025 14:35:15 CST', '2025-01-21T20:35:15Z'],
  ['令和6年5月1日(水) 午後3時4分', '2024-05-01T06:04:00Z'],
  ['2024年5月1日 15時04分', '2024-05-01T06:04:00Z'],
  ['2004년 05월 28일  01:31:15', '2004-05-27T16:31:15Z'],
  ['2004-05-25 오후 11:23:17', '2004-05-25T14:23:17Z'],
  ['화, 21 1월 2025 14:35:15 +0900', '2025-01-21T05:35:15Z'],
  // other languages
  ['Вт, 21 янв 2025 14:35:15 +0300', '2025-01-21T11:35:15Z'],
  ['21 января 2025 г. 14:35', '2025-01-21T14:35:00Z'],
  ['5 мая 2024', '2024-05-05T00:00:00Z'],
  ['Di, 21 Mär 2025 14:35:15 +0100', '2025-03-21T13:35:15Z'],
  ['Dienstag, 21. Januar 2025 um 14:35 Uhr', '2025-01-21T14:35:00Z'],
  ['Do, 1 Mai 2025 10:00:00 MESZ', '2025-05-01T08:00:00Z'],
  ['mar., 21 janv. 2025 14:35:15 GMT', '2025-01-21T14:35:15Z'],
  ['mar, 21 juil 2025 14:35:15 +0200', '2025-07-21T12:35:15Z'],
  ['mar, 3 juin 2025 10:00:00 +0000', '2025-06-03T10:00:00Z'],
  ['mardi 21 août 2025 à 14h35', '2025-08-21T14:35:00Z'],
  ['martes, 5 de enero de 2024', '2024-01-05T00:00:00Z'],
  ['gio, 15 ago 2024 10:00:00 +0200', '2024-08-15T08:00:00Z'],
  ['ter, 3 fev 2026 10:00:00 -0300', '2026-02-03T13:00:00Z'],
  ['tir, 21 des 2025 14:35:15 +0100', '2025-12-21T13:35:15Z'],
  ['ons, 21 maj 2025 14:35:15 +0200', '2025-05-21T12:35:15Z'],
  ['2004-július-13T9:15-05:00', '2004-07-13T14:15:00Z'],
  ['keskiviikko 3. joulukuuta 2025 klo 14:35', '2025-12-03T14:35:00Z'],
  ['ke, 4 kesä 2025 14:35:15 +0300', '2025-06-04T11:35:15Z'],
  ['Pn, 21 sty 2025 14:35:15 +0100', '2025-01-21T13:35:15Z'],
  ['5 września 2025', '2025-09-05T00:00:00Z'],
  ['5 paź 2025', '2025-10-05T00:00:00Z'],
  ['st, 9 čvc 2025 14:35:15 +0200', '2025-07-09T12:35:15Z'],
  ['21. června 2025', '2025-06-21T00:00:00Z'],
  ['21. července 2025', '2025-07-21T00:00:00Z'],
  ['5 Ağustos 2025 Salı', '2025-08-05T00:00:00Z'],
  ['Sal, 5 Şub 2025 14:35:15 +0300', '2025-02-05T11:35:15Z'],
  ['الثلاثاء، 21 يناير 2025', '2025-01-21T00:00:00Z'],
  ['٢١ سبتمبر ٢٠٢٥', '2025-09-21T00:00:00Z'],
  ['21 серпня 2025', '2025-08-21T00:00:00Z'],
  ['21 august 2025', '2025-08-21T00:00:00Z'],
  ['ma 3 mrt 2025 10:00:00 +0100', '2025-03-03T09:00:00Z'],
  ['21 มกราคม 2568', '2025-01-21T00:00:00Z'],
  ['2568-01-21T14:35:15Z', '2025-01-21T14:35:15Z'],
  // ordinals
  ['January 1st, 2025', '2025-01-01T00:00:00Z'],
  ['Wednesday, 2nd April 2025 14:35', '2025-04-02T14:35:00Z'],
  ['1er mai 2025', '2025-05-01T00:00:00Z'],
  // zones by place
  ['Tue, 21 Jan 2025 14:35:15 America/New_York', '2025-01-21T19:35:15Z'],
  ['2025-07-21 14:35:15 America/New_York', '2025-07-21T18:35:15Z'],
  ['2025-07-21 14:35:15 Asia/Kolkata', '2025-07-21T09:05:15Z'],
  // As Java writes a point in time
  ['2025-01-21T14:35:15+08:00[Asia/Shanghai]', '2025-01-21T06:35:15Z'],
  ['2025-07-21 14:35 America/Juneau', '2025-07-21T22:35:00Z'],
  ['2025-07-21 14:35:15 Atlantis/Capital', '2025-07-21T14:35:15Z'],
  ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00Z'],
];

const invalid = [
  '',
  'yesterday',
  '2 hours ago',
  'null',
  '0',
  // As .NET writes that there is none.
  '0001-01-01T00:00:00Z',
  'Mon, 01 Jan 0001 00:00:00 GMT',
  'Tue, 31 Feb 2025 00:00:00 GMT',
  'Sun, 29 Feb 2025 00:00:00 GMT',
  'Sat, 00 Jan 0000 00:00:00 GMT',
  'Sun, 99 Jun 2009 12:00:00 GMT',
  'Sun, 16 Dec 2012 1:2:3:4 GMT',
  'Sun, 16 zzz 2012 11:47:32 GMT',
  'Sun, Dec x 2012 11:47:32 GMT',
  'Sun, 16 Dec zz 11:47:32 GMT',
  'Sun, 16 Dec 2012 11:47:32 +zz:00',
  'Sun, 16 Dec 2012 11:47:32 +00:zz',
  'Sun, 31 Dec 9999 23:59:59 -9999',
  '2003-12-31T25:14:55Z',
  '2003-12-31T10:61:55Z',
  '2003-12-31T10:14:61Z',
  '2013-01-28T11:30:00-06:00Textra',
  '2013-xx-27',
  '2013-01-28T09:xx:00Z',
  '2013-01-27-01',
  '22013',
  '013',
  '2025年13月1日',
  'x'.repeat(5000),
];

describe('a date', () => {
  it.each(dates)('%s is %s', (text, meaning, language) => {
    expect(iso(text, language)).toBe(meaning);
  });

  it.each(invalid)('is not %j', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('has every day of 400 years, and no other', () => {
    for (let year = 1896; year < 2296; year++) {
      for (const [month, day] of [
        [1, 31],
        [2, 28],
        [2, 29],
        [2, 30],
        [4, 30],
        [4, 31],
        [12, 31],
        [12, 32],
      ] as const) {
        const text = `${year}-${String(month).padStart(2, '0')}-${day}T12:00:00Z`;
        const real = new Date(Date.UTC(year, month - 1, day, 12));
        expect(parseDate(text), text).toBe(real.getUTCMonth() === month - 1 ? real.getTime() : null);
      }
    }
  });

  it.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
    'is the same on a machine in %s',
    (zone) => {
      const module = new URL('../../utils/feed/dates.ts', import.meta.url).href;
      const texts = JSON.stringify(dates.map(([text]) => text));
      const script = `
      import { runnerImport } from 'vite';
      const { module } = await runnerImport(${JSON.stringify(new URL(module).pathname)}, { configFile: false, logLevel: 'error' });
      console.log(JSON.stringify([new Date(2025, 0, 1).getTimezoneOffset(), ${texts}.map((text) => module.parseDate(text))]));`;
      const answer = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: new URL('../..', import.meta.url).pathname,
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      const [offset, found] = JSON.parse(answer.trim().split('\n').at(-1) ?? '') as [
        number,
        (number | null)[],
      ];
      expect(offset).not.toBe(0);
      expect(found).toEqual(dates.map(([text]) => parseDate(text)));
    },
  );
});
