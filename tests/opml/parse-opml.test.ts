import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Outline } from '../../utils/model/outline';
import { type OpmlDocument, parseOpml } from '../../utils/opml/parse-opml';
import { decodeBytes } from '../../utils/text/decode';
import { bestTime, expectLinear } from '../discover/growth';

function read(text: string): OpmlDocument {
  const result = parseOpml(text);
  if ('reason' in result) throw new Error(result.reason);
  return result;
}

function readFixture(name: string): OpmlDocument {
  return read(readFileSync(new URL(`../fixtures/opml/${name}.opml`, import.meta.url), 'utf8'));
}

function body(outlines: string): string {
  return `<opml version="2.0"><body>${outlines}</body></opml>`;
}

/** Folders as [name, children], feeds as 'name address'. */
type Shape = string | [string, Shape[]];
function shape(outlines: readonly Outline[]): Shape[] {
  return outlines.map((outline) => {
    const name = outline.customTitle ?? outline.title;
    return outline.xmlUrl === '' ? [name, shape(outline.children)] : `${name} ${outline.xmlUrl}`;
  });
}

describe('exports of other readers', () => {
  it('Feedly', () => {
    const document = readFixture('feedly');
    expect(document.title).toBe('Reader subscriptions in feedly Cloud');
    expect(shape(document.outlines)).toEqual([
      [
        '新闻',
        ['美国之音中文网 https://feedx.net/rss/voa.xml', "Q&A 'weekly' http://example.com/rss?a=1&b=2"],
      ],
      ['Must Read', []],
      'No folder https://example.org/feed',
    ]);
    expect(document.merged).toEqual([
      {
        title: '美国之音中文网',
        url: 'https://feedx.net/rss/voa.xml',
        into: 'https://feedx.net/rss/voa.xml',
      },
    ]);
    expect(document.outlines[0]?.children[0]?.htmlUrl).toBe('https://www.voachinese.com/');
  });

  it('Inoreader', () => {
    expect(shape(readFixture('inoreader').outlines)).toEqual([
      ['Tech', ['Example https://example.com/feed/']],
      'Elsewhere https://example.org/atom.xml',
    ]);
  });

  it('NetNewsWire', () => {
    expect(shape(readFixture('netnewswire').outlines)).toEqual([
      'Example https://example.com/feed.json',
      ['Blogs', ['Example <Two> https://example.org/index.xml']],
      ['Empty folder', []],
    ]);
  });

  it('Miniflux', () => {
    expect(shape(readFixture('miniflux').outlines)).toEqual([
      ['All', ['Example https://example.com/feed', '例子 https://example.org/feed']],
      ['News', []],
    ]);
  });

  it('FreshRSS, whose own attributes are not ours', () => {
    const document = readFixture('freshrss');
    expect(shape(document.outlines)).toEqual([
      ['Uncategorized', ['Example https://example.com/feed']],
      ['Folder A', ['My name for it https://example.org/feed']],
    ]);
    expect(document.outlines[1]?.children[0]).toEqual({
      title: "The feed's own",
      customTitle: 'My name for it',
      xmlUrl: 'https://example.org/feed',
      htmlUrl: '',
      children: [],
    });
  });

  it('old and odd ones', () => {
    const document = readFixture('old-and-odd');
    expect(document.title).toBe('Old & odd');
    expect(shape(document.outlines)).toEqual([
      'Upper case http://example.com/UPPER.xml',
      'Only a title http://example.com/title.xml',
      'Not & closed http://example.com/a?x=1&y=2&copy=3',
      'Bare http://example.com/bare.xml',
      'Under url http://example.com/url.xml',
      'feed: scheme https://example.com/scheme.xml',
      'No scheme https://example.com/none.xml',
      ' http://example.com/nameless.xml',
    ]);
    expect(document.refused).toEqual([]);
  });
});

describe('encodings', () => {
  const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
  it.each([
    [
      'GBK',
      latin(
        `<?xml version="1.0" encoding="GBK"?>${body('<outline text="\xd0\xc2\xce\xc5" xmlUrl="https://a.example/"/>')}`,
      ),
    ],
    [
      'Big5',
      latin(
        `<?xml version="1.0" encoding="big5"?>${body('<outline text="\xb7s\xbbD" xmlUrl="https://a.example/"/>')}`,
      ),
    ],
    ['UTF-8', new TextEncoder().encode(body('<outline text="新闻" xmlUrl="https://a.example/"/>'))],
    [
      'UTF-16',
      latin(
        `\xff\xfe${Array.from(body('<outline text="\x00" xmlUrl="https://a.example/"/>'), (c) => (c === '\0' ? '\xb0\x65\xfb\x95' : `${c}\0`)).join('')}`,
      ),
    ],
  ])('%s', (encoding, bytes) => {
    const { text } = decodeBytes(bytes, { contentType: '' });
    expect(read(text).outlines[0]?.title).toBe(encoding === 'Big5' ? '新聞' : '新闻');
  });
});

describe('names', () => {
  it.each([
    ['text="A&amp;B"', 'A&B'],
    ['text="&lt;b&gt;x&lt;/b&gt;"', '<b>x</b>'],
    ['text="&amp;amp;"', '&amp;'],
    ['text="&#x65B0;&#38395;"', '新闻'],
    ['text="caf&eacute;"', 'café'],
    ['text="  a \n\t b  "', 'a b'],
    ['text="a&#0; &#7; &#x1b;b&#x85;c"', 'a\ufffd b…c'],
    ['text="" title="T"', 'T'],
    ['title="T"', 'T'],
    ['TEXT="U"', 'U'],
    ["text='single \"'", 'single "'],
    ['', ''],
  ])('%s', (attributes, name) => {
    const [feed] = read(body(`<outline ${attributes} xmlUrl="https://a.example/"/>`)).outlines;
    expect(feed?.title).toBe(name);
  });

  it('are cut where they are endless', () => {
    const [feed] = read(body(`<outline text="${'长'.repeat(9000)}" xmlUrl="https://a.example/"/>`)).outlines;
    expect(feed?.title).toHaveLength(2000);
  });
});

describe('addresses', () => {
  it.each([
    ['javascript:alert(1)', 'address-invalid'],
    ['data:text/xml,&lt;rss/>', 'address-invalid'],
    ['file:///etc/passwd', 'address-invalid'],
    ['chrome-extension://abc/options.html', 'address-invalid'],
    ['feed:javascript:alert(1)', 'address-invalid'],
    ['webfeed:newsletter', 'address-invalid'],
    ['https://', 'address-invalid'],
    ['&#106;avascript:alert(1)', 'address-invalid'],
    ['http://127.0.0.1/feed', 'address-private'],
    ['http://0x7f.1/feed', 'address-private'],
    ['http://[::ffff:7f00:1]/', 'address-private'],
    ['http://localhost./', 'address-private'],
    ['http://169.254.169.254/latest/meta-data/', 'address-private'],
    ['http://router.local/', 'address-private'],
  ])('%s is refused', (url, reason) => {
    const document = read(
      body(`<outline text="X" xmlUrl="${url}"/><outline text="Y" xmlUrl="https://a.example/"/>`),
    );
    expect(document.refused).toMatchObject([{ title: 'X', reason }]);
    expect(document.outlines).toHaveLength(1);
  });

  it('of nothing but refused feeds are reported, not called empty', () => {
    expect(read(body('<outline text="X" xmlUrl="file:///x"/>'))).toMatchObject({
      outlines: [],
      refused: [{}],
    });
  });

  it('of sites are http(s) or nothing', () => {
    const { outlines } = read(
      body(
        '<outline xmlUrl="https://a.example/" htmlUrl="javascript:x"/><outline xmlUrl="https://b.example/" HTMLURL=" https://b.example "/>',
      ),
    );
    expect(outlines.map(({ htmlUrl }) => htmlUrl)).toEqual(['', 'https://b.example/']);
  });

  it('that differ in scheme, www or a final slash are one feed, where it stood first', () => {
    const document = read(
      body(`<outline text="One"><outline text="" xmlUrl="http://www.a.example/feed/"/></outline>
        <outline text="Two"><outline text="Again" xmlUrl="https://a.example/feed"/>
        <outline text="Other" xmlUrl="https://a.example/feed?x=1"/></outline>`),
    );
    expect(shape(document.outlines)).toEqual([
      ['One', ['Again http://www.a.example/feed/']],
      ['Two', ['Other https://a.example/feed?x=1']],
    ]);
    expect(document.merged).toEqual([
      { title: 'Again', url: 'https://a.example/feed', into: 'http://www.a.example/feed/' },
    ]);
  });
});

describe('folders', () => {
  it('nest', () => {
    const text = body(
      '<outline text="A"><outline text="B"><outline text="C"><outline text="f" xmlUrl="https://f.example/"/></outline></outline></outline>',
    );
    expect(shape(read(text).outlines)).toEqual([['A', [['B', [['C', ['f https://f.example/']]]]]]]);
  });

  it('deeper than 32 are opened', () => {
    const depth = 100;
    const text = body(
      `${Array.from({ length: depth }, (_, i) => `<outline text="${i}">`).join('')}<outline xmlUrl="https://f.example/"/>${'</outline>'.repeat(depth)}<outline text="last"/>`,
    );
    let level = read(text).outlines;
    expect(level.map(({ title }) => title)).toEqual(['0', 'last']);
    let levels = 0;
    for (; level[0]?.children.length; level = level[0].children) levels++;
    expect(levels).toBe(32);
    expect(level.at(-1)?.xmlUrl).toBe('https://f.example/');
  });

  it('without a name are opened', () => {
    const text = body('<outline><outline text="f" xmlUrl="https://f.example/"/></outline>');
    expect(shape(read(text).outlines)).toEqual(['f https://f.example/']);
  });

  it('are not made of feeds: what is inside a feed stands beside it', () => {
    const text = body(
      '<outline text="a" xmlUrl="https://a.example/"><outline text="b" xmlUrl="https://b.example/"/></outline><outline text="c" xmlUrl="https://c.example/"/>',
    );
    expect(shape(read(text).outlines)).toEqual([
      'a https://a.example/',
      'b https://b.example/',
      'c https://c.example/',
    ]);
  });
});

describe('what we say of feeds', () => {
  const ours = 'xmlns:b="https://broadsheet.example/opml"';

  it('is read under any prefix', () => {
    const text = `<opml ${ours}><body><outline text="N" title="Own" xmlUrl="https://a.example/" b:customTitle="N" b:mirrors="https://m.example/ http://127.0.0.1/ javascript:x https://n.example/ https://m.example/" b:later="x &amp; y" broadsheet:no="1" b:__proto__="2"/></body></opml>`;
    expect(read(text).outlines).toEqual([
      {
        title: 'Own',
        customTitle: 'N',
        xmlUrl: 'https://a.example/',
        htmlUrl: '',
        mirrors: ['https://m.example/', 'https://n.example/'],
        settings: { later: 'x & y' },
        children: [],
      },
    ]);
  });

  it('cannot pollute prototypes', () => {
    const text = `<opml ${ours}><body><outline xmlUrl="https://a.example/" b:constructor="1" b:__proto__="2" __proto__="3"/></body></opml>`;
    const settings = read(text).outlines[0]?.settings ?? {};
    expect(Object.keys(settings)).toEqual(['constructor']);
    expect(Object.getPrototypeOf(settings)).toBe(Object.prototype);
  });
});

describe('what is refused', () => {
  it.each([
    ['', 'not-opml'],
    ['hello', 'not-opml'],
    ['<rss version="2.0"><channel><title>x</title></channel></rss>', 'not-opml'],
    [
      '<html><body><opml><body><outline xmlUrl="https://a.example/"/></body></opml></body></html>',
      'not-opml',
    ],
    ['{"version":"https://jsonfeed.org/version/1.1"}', 'not-opml'],
    ['<opml version="2.0"><body></body></opml>', 'no-feeds'],
    [
      '<opml version="2.0"><body><outline text="A note"><outline text="Another"/></outline></body></opml>',
      'no-feeds',
    ],
    [
      '<opml version="2.0"><body><outline text="A link" type="link" url="https://a.example/"/></body></opml>',
      'no-feeds',
    ],
    [`<opml>${' '.repeat(20 * 1024 * 1024)}`, 'too-big'],
  ])('%#', (text, reason) => {
    expect(parseOpml(text)).toEqual({ reason });
  });

  const feed = '<opml><body><outline text="&a;" xmlUrl="https://a.example/"/></body></opml>';
  it.each([
    ['<!DOCTYPE opml [<!ENTITY a "b">]>'],
    ['<!DOCTYPE opml [ <!ELEMENT opml ANY ><!entity a "]>"> ]>'],
    ['<?xml version="1.0"?>\n<!DOCTYPE opml [\n<!ENTITY % p SYSTEM "http://evil.example/x.dtd"> %p;\n]>'],
    ['<!DOCTYPE opml SYSTEM "a>b" [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    [`<!DOCTYPE opml [<!ENTITY a "${'x'.repeat(50_000)}">]>`],
    ['<!DOCTYPE opml [<!ENTITY l "lol"><!ENTITY l2 "&l;&l;&l;&l;&l;&l;&l;&l;&l;&l;">]>'],
  ])('entities: %#', (doctype) => {
    expect(parseOpml(doctype + feed)).toEqual({ reason: 'entities' });
  });

  it('a declaration without entities is none', () => {
    const text = `<!DOCTYPE opml SYSTEM "http://example.com/opml.dtd">${feed}`;
    expect(read(text).outlines[0]?.title).toBe('&a;');
  });
});

describe('size', () => {
  function many(count: number): string {
    const feeds = Array.from(
      { length: count },
      (_, i) =>
        `${i % 50 === 0 ? `<outline text="Folder ${i}">` : ''}<outline type="rss" text="Feed ${i} &amp; more" title="Feed ${i}" xmlUrl="https://site${i}.example/feed?a=1&amp;b=${i}" htmlUrl="https://site${i}.example/"/>${i % 50 === 49 ? '</outline>' : ''}`,
    );
    return body(feeds.join('\n'));
  }

  it('10,000 feeds take less than a second', () => {
    const text = many(10_000);
    expect(bestTime(() => parseOpml(text), 999)).toBeLessThan(1000);
    const { outlines } = read(text);
    expect(outlines).toHaveLength(200);
    expect(outlines.reduce((sum, folder) => sum + folder.children.length, 0)).toBe(10_000);
  });

  it('after 20,000 outlines the rest is left out', () => {
    const document = read(many(25_000));
    expect(document.truncated).toBe(true);
    expect(document.outlines.reduce((sum, folder) => sum + folder.children.length + 1, 0)).toBe(20_000);
    expect(read(many(1000)).truncated).toBe(false);
  });

  it.each([
    ['<', (size: number) => '<'.repeat(size)],
    ['open outlines', (size: number) => '<outline text="a">'.repeat(size / 18)],
    ['close tags', (size: number) => '</outline>'.repeat(size / 10)],
    ['one endless tag', (size: number) => `<outline ${'a="b" '.repeat(size / 6)}`],
    [
      'one endless value',
      (size: number) => `<outline text="${'&amp;'.repeat(size / 5)}" xmlUrl="https://a.example"/>`,
    ],
    ['one endless address', (size: number) => `<outline xmlUrl="https://a.example${'/'.repeat(size)}a"/>`],
    ['quotes', (size: number) => `<outline text='"`.repeat(size / 15)],
    ['the same feed', (size: number) => '<outline xmlUrl="https://a.example/"/>'.repeat(size / 38)],
    ['comments', (size: number) => '<!-- '.repeat(size / 5)],
    ['an endless title', (size: number) => `<title>${'<![CDATA[a]]>b'.repeat(size / 14)}`],
  ])('%s: linear', (_, make) => {
    expectLinear((size) => `<opml><head></head><body>${make(size)}`, parseOpml);
  });
});
