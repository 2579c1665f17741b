import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ArchiveRecord } from '../../utils/archive/record';
import { maxRecordLength, readRecord, writeRecord } from '../../utils/archive/record';
import { randomFrom } from '../random';
import { randomText } from './random-text';

const kept = readFileSync('tests/fixtures/records/voachinese-article-record.md');

function mustRead(text: string): ArchiveRecord {
  const read = readRecord(text);
  if (!read.ok) throw new Error(read.reason);
  return read.record;
}

describe('the record that its reader kept', () => {
  it('is understood', () => {
    const record = mustRead(kept.toString());
    expect(new Date(record.time ?? 0).toISOString()).toBe('2025-01-21T14:39:03.000Z');
    expect(record.title).toBe('特朗普宣誓就职几个小时后，习近平与普京举行视频会晤');
    expect(record.link).toBe(
      'https://www.voachinese.com/a/russia-s-putin-china-s-xi-speak-just-hours-after-trump-inauguration-20250121/7944491.html',
    );
    expect(
      record.html.startsWith('<div><i>Tue, 21 Jan 2025 14:35:15 GMT</i></div><img src="https://images.'),
    ).toBe(true);
    expect(record.html.endsWith('https://feedx.site</a><br></div>')).toBe(true);
  });

  it('is written again byte for byte', () => {
    expect(Buffer.from(writeRecord(mustRead(kept.toString()))).equals(kept)).toBe(true);
  });
});

const time = 1737470343000;

describe('readRecord', () => {
  it.each<[string, string, ArchiveRecord]>([
    [
      'brackets in the title',
      '<!--1737470343000-->\n[[视频] a [b](c) d](https://e.test/x)\n------\n\n<p>x</p>\n',
      { time, title: '[视频] a [b](c) d', link: 'https://e.test/x', html: '<p>x</p>' },
    ],
    [
      'parentheses in the link',
      '<!--1737470343000-->\n[a](https://e.test/wiki/A_(b)_(c))\n------\n\nx\n',
      { time, title: 'a', link: 'https://e.test/wiki/A_(b)_(c)', html: 'x' },
    ],
    [
      'no time',
      '[a](https://e.test/)\n------\n\nx\n',
      { time: null, title: 'a', link: 'https://e.test/', html: 'x' },
    ],
    [
      'an unreadable time',
      '<!--null-->\n[a](https://e.test/)\n------\n\nx\n',
      { time: null, title: 'a', link: 'https://e.test/', html: 'x' },
    ],
    [
      'a time that no date holds',
      '<!--9999999999999999-->\n[a](b)\n------\n\nx\n',
      { time: null, title: 'a', link: 'b', html: 'x' },
    ],
    [
      'before 1970',
      '<!--  -86400000 -->\n[a](b)\n---\n\nx\n',
      { time: -86400000, title: 'a', link: 'b', html: 'x' },
    ],
    [
      'an empty link',
      '<!--1737470343000-->\n[a]()\n------\n\nx\n',
      { time, title: 'a', link: '', html: 'x' },
    ],
    [
      'no link',
      '<!--1737470343000-->\n[a [b]]\n------\n\nx\n',
      { time, title: 'a [b]', link: '', html: 'x' },
    ],
    [
      'a bare title',
      '<!--1737470343000-->\n标题\n------\n\nx\n',
      { time, title: '标题', link: '', html: 'x' },
    ],
    [
      'no title',
      '<!--1737470343000-->\n[](https://e.test/)\n------\n\nx',
      { time, title: '', link: 'https://e.test/', html: 'x' },
    ],
    ['no title line', '<!--1737470343000-->\n------\n\nx\n', { time, title: '', link: '', html: 'x' }],
    [
      'no dashes',
      '<!--1737470343000-->\n[a](b)\n\n<p>x</p>\n',
      { time, title: 'a', link: 'b', html: '<p>x</p>' },
    ],
    [
      'no empty line',
      '<!--1737470343000-->\n[a](b)\n------\n<p>x</p>\n',
      { time, title: 'a', link: 'b', html: '<p>x</p>' },
    ],
    ['no body', '<!--1737470343000-->\n[a](b)\n------', { time, title: 'a', link: 'b', html: '' }],
    [
      'no final newline',
      '<!--1737470343000-->\n[a](b)\n------\n\nx',
      { time, title: 'a', link: 'b', html: 'x' },
    ],
    [
      'Windows line ends',
      '<!--1737470343000-->\r\n[a](b)\r\n------\r\n\r\n<p>x\r\ny</p>\r\n',
      { time, title: 'a', link: 'b', html: '<p>x\ny</p>' },
    ],
    [
      'a byte order mark and blank lines',
      '\ufeff\n\n<!--1737470343000-->\n[a](b)\n------\n\nx\n',
      { time, title: 'a', link: 'b', html: 'x' },
    ],
    [
      'dashes at the top of the article',
      '<!--1737470343000-->\n[a](b)\n------\n\n------\n\nx\n\n',
      { time, title: 'a', link: 'b', html: '------\n\nx\n' },
    ],
  ])('reads a record with %s', (_, text, expected) => {
    expect(mustRead(text)).toEqual(expected);
  });

  it.each([
    ['nothing', '', 'empty'],
    ['blank lines', '\ufeff \r\n\n', 'empty'],
    ['Markdown with a heading', 'My notes\n--------\n\ntext', 'not-a-record'],
    ['Markdown that begins with a link', '[a](https://e.test/) is a page\n\ntext', 'not-a-record'],
    ['a link alone on its line', '[![build](https://e.test/i.svg)](https://e.test/)\n\ntext', 'not-a-record'],
    ['an HTML page', '<!doctype html>\n<title>x</title>', 'not-a-record'],
    ['a page after a comment', '<!-- 12 -->\n<html>', 'not-a-record'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0', 'not-a-record'],
    ['JSON', '[{"a":1}]', 'not-a-record'],
    ['too much', `<!--1-->\n[a](b)\n------\n\n${'x'.repeat(maxRecordLength)}`, 'too-big'],
  ])('refuses %s', (_, text, reason) => {
    expect(readRecord(text)).toEqual({ ok: false, reason });
  });

  it('stays linear where a line is long and promises much', () => {
    const started = performance.now();
    for (const piece of ['](', '<!--', '-->', '-', ' ', '[', '\n[a', ']('])
      readRecord(`[${piece.repeat(2_000_000 / piece.length)}`);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('writing and reading', () => {
  const pieces = [
    '](',
    '[',
    ']',
    '(',
    ')',
    '<!--1-->',
    '------',
    '-',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '\ufeff',
    '\u2028',
    'a',
    '习近平',
    '<p>',
    '%5D(',
    '\0',
  ];

  it('gives back every record, and the same bytes again', () => {
    const random = randomFrom(6);
    for (let run = 0; run < 20_000; run++) {
      const record = {
        time: random() < 0.2 ? null : Math.floor((random() - 0.2) * 4e12),
        title: randomText(random, pieces, 6).replace(/[\r\n]+/g, ' '),
        link: randomText(random, pieces, 6)
          .replace(/[\r\n]+/g, '')
          .replaceAll('](', '%5D('),
        html: randomText(random, pieces, 12),
      };
      const text = writeRecord(record);
      expect(mustRead(text)).toEqual(record);
      expect(writeRecord(mustRead(text))).toBe(text);
    }
  });

  const marks = ['<!--1-->\n', '<!---->\r\n', '[a](b)\n', '[a](b)\r\n', '------\n', '------\r\n'];
  const lines = [...pieces, ...marks, ...marks, ...marks, ...marks];

  it('never throws, and settles after one reading, whatever the text', () => {
    const random = randomFrom(7);
    let records = 0;
    for (let run = 0; run < 20_000; run++) {
      const read = readRecord(randomText(random, lines, 12));
      if (!read.ok) continue;
      records++;
      const text = writeRecord(read.record);
      expect(writeRecord(mustRead(text))).toBe(text);
    }
    expect(records).toBeGreaterThan(500);
  });

  it('puts what cannot stand in a line on one line', () => {
    const record = { time: null, title: 'a\r\nb', link: 'https://e.test/](x', html: '' };
    expect(mustRead(writeRecord(record))).toEqual({
      time: null,
      title: 'a b',
      link: 'https://e.test/%5D(x',
      html: '',
    });
  });
});
