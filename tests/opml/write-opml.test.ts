import { describe, expect, it } from 'vitest';
import type { Outline } from '../../utils/model/outline';
import { parseOpml } from '../../utils/opml/parse-opml';
import { plainName } from '../../utils/opml/plain-text';
import { writeOpml } from '../../utils/opml/write-opml';
import { bestTime } from '../discover/growth';

const head = { title: 'Broadsheet', createdAt: Date.UTC(2026, 10, 22, 14, 35, 15) };

function feed(xmlUrl: string, more: Partial<Outline> = {}): Outline {
  return { title: 'Feed', xmlUrl, htmlUrl: '', children: [], ...more };
}

function folder(title: string, children: Outline[]): Outline {
  return { title, xmlUrl: '', htmlUrl: '', children };
}

describe('writeOpml', () => {
  it('writes what other readers read', () => {
    const text = writeOpml(
      [
        folder('新闻', [
          feed('https://feedx.net/rss/voa.xml', {
            title: 'VOA',
            customTitle: '美国之音',
            htmlUrl: 'https://www.voachinese.com/',
            mirrors: ['https://feedx.site/rss/voa.xml', 'https://m.example/?a=1&b=2'],
            settings: { later: 'x' },
          }),
        ]),
        feed('https://example.com/feed'),
        folder('Empty', []),
      ],
      head,
    );
    expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0" xmlns:broadsheet="https://broadsheet.example/opml">
  <head>
    <title>Broadsheet</title>
    <dateCreated>Sun, 22 Nov 2026 14:35:15 GMT</dateCreated>
  </head>
  <body>
    <outline text="新闻" title="新闻">
      <outline type="rss" text="美国之音" title="VOA" xmlUrl="https://feedx.net/rss/voa.xml" htmlUrl="https://www.voachinese.com/" broadsheet:customTitle="美国之音" broadsheet:mirrors="https://feedx.site/rss/voa.xml https://m.example/?a=1&amp;b=2" broadsheet:later="x"/>
    </outline>
    <outline type="rss" text="Feed" title="Feed" xmlUrl="https://example.com/feed"/>
    <outline text="Empty" title="Empty"/>
  </body>
</opml>
`);
  });

  it('escapes the five characters and leaves controls out', () => {
    const text = writeOpml(
      [feed('https://a.example/', { title: `<&>"'\u0000\u0007\u001b\u007f\ufffe\ud800x` })],
      {
        ...head,
        title: '</title><script>',
      },
    );
    expect(text).toContain('text="&lt;&amp;&gt;&quot;&apos;x"');
    expect(text).toContain('<title>&lt;/title&gt;&lt;script&gt;</title>');
  });

  it('writes no setting whose name would break the tag', () => {
    const settings = { 'a="1" onload': 'x', 'xmlns:x': 'y', 'ok-1': 'z', customTitle: 'no' };
    const text = writeOpml([feed('https://a.example/', { settings })], head);
    expect(text).toContain('broadsheet:ok-1="z"');
    expect(text).not.toMatch(/onload|xmlns:x|"no"/);
  });
});

/** A small seeded generator (mulberry32): the same outlines in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pieces = [
  ...[
    'a',
    'Zeitung',
    '新闻',
    '訂閱',
    'ノート',
    'ё',
    '🗞️',
    '👨‍👩‍👧',
    ' ',
    '  ',
    '\n',
    '\t',
    '\u3000',
    '\u00a0',
    '&',
    '&amp;',
    '&#38;',
    '<',
  ],
  ...[
    '>',
    '"',
    "'",
    '<b>',
    ']]>',
    '<!--',
    '-->',
    '<![CDATA[',
    '</outline>',
    '%',
    '=',
    '/',
    '\\',
    'x:y',
    '\u0000',
    '\u0008',
  ],
  ...[
    '\u001f',
    '\u007f',
    '\u0085',
    '\ud83d',
    '\udc00',
    '\ufffe',
    '\u200f',
    '\u202e',
    '{',
    '}',
    '&eacute;',
    '&unknown;',
    '&#0;',
    'xmlUrl="x"',
  ],
];

function randomOutlines(random: () => number): Outline[] {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const words = (max: number) =>
    Array.from({ length: Math.floor(random() * max) }, () => pick(pieces)).join('');
  const name = () => plainName(words(8)) || 'name';
  let count = 0;
  const address = () =>
    new URL(
      `https://site${count++}.example/${encodeURIComponent(words(3).replace(/\p{Surrogate}/gu, ''))}?q=a&b="'${count}`,
    ).href;
  const oneFeed = (): Outline => {
    const customTitle = plainName(words(5));
    const mirrors = random() < 0.3 ? [address(), address()] : [];
    const value = words(6).replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, '');
    return {
      ...feed(address(), { title: random() < 0.1 ? '' : name(), htmlUrl: random() < 0.5 ? address() : '' }),
      ...(customTitle !== '' && random() < 0.4 && { customTitle }),
      ...(mirrors.length > 0 && { mirrors }),
      ...(random() < 0.2 && { settings: { later: value, 'Other-1': 'x\ny\tz', empty: '' } }),
    };
  };
  const level = (depth: number): Outline[] =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
      depth < 5 && random() < 0.4 ? folder(name(), random() < 0.2 ? [] : level(depth + 1)) : oneFeed(),
    );
  return [...level(0), oneFeed()];
}

describe('export, then import', () => {
  it('loses nothing, over 2,000 random collections', () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const outlines = randomOutlines(generator(seed));
      const text = writeOpml(outlines, head);
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Surrogate}\ufffe\uffff]/u);
      const result = parseOpml(text);
      expect(result, `seed ${seed}`).toEqual({
        title: 'Broadsheet',
        outlines,
        merged: [],
        refused: [],
        truncated: false,
      });
    }
  });

  it('keeps 32 levels of folders', () => {
    let outlines = [feed('https://a.example/')];
    for (let depth = 0; depth < 32; depth++) outlines = [folder(`${depth}`, outlines)];
    expect(parseOpml(writeOpml(outlines, head))).toMatchObject({ outlines });
  });

  it('10,000 feeds there and back in less than a second', () => {
    const outlines = Array.from({ length: 100 }, (_, i) =>
      folder(
        `Folder ${i}`,
        Array.from({ length: 100 }, (_, j) =>
          feed(`https://s${i}-${j}.example/feed`, { customTitle: `我的 ${j}` }),
        ),
      ),
    );
    expect(bestTime(() => parseOpml(writeOpml(outlines, head)), 999)).toBeLessThan(1000);
    const result = parseOpml(writeOpml(outlines, head));
    expect(result).toMatchObject({ outlines });
  });
});
