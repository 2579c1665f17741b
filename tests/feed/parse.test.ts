import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../utils/feed/parse';
import { authorName } from '../../utils/feed/person';
import type { ParsedEntry, ParsedFeed } from '../../utils/model/parsed';

const URL_OF_FEED = 'https://feeds.example.com/dir/feed.xml';

function parse(text: string, options: { contentLanguage?: string } = {}): ParsedFeed | null {
  return parseFeed(new TextEncoder().encode(text), { url: URL_OF_FEED, ...options });
}

/** The first entry of an RSS document with this in its item. */
function rssEntry(inside: string, channel = ''): ParsedEntry | undefined {
  return parse(`<rss version="2.0"><channel>${channel}<item>${inside}</item></channel></rss>`)?.entries[0];
}

function atomEntry(inside: string): ParsedEntry | undefined {
  return parse(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inside}</entry></feed>`)?.entries[0];
}

const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';

describe('a document is a feed of its format', () => {
  it.each<[string, string, Partial<ParsedFeed>]>([
    [
      'RSS 2.0',
      '<rss version="2.0"><channel><title>T</title></channel></rss>',
      { format: 'rss', version: '2.0' },
    ],
    [
      'RSS 0.91',
      '<rss version="0.91"><channel><title>T</title></channel></rss>',
      { format: 'rss', version: '0.91' },
    ],
    [
      'RSS in capitals',
      '<RSS VERSION="2.0"><CHANNEL><TITLE>T</TITLE></CHANNEL></RSS>',
      { format: 'rss', title: 'T' },
    ],
    [
      'RSS 1.0',
      `<rdf:RDF ${RDF} xmlns="http://purl.org/rss/1.0/"><channel><title>T</title></channel></rdf:RDF>`,
      { format: 'rdf', title: 'T' },
    ],
    [
      'RSS 0.90',
      `<rdf:RDF ${RDF} xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>T</title></channel></rdf:RDF>`,
      { format: 'rdf', title: 'T' },
    ],
    [
      'RSS 1.1',
      `<Channel xmlns="http://purl.org/net/rss1.1#" ${RDF} rdf:about="x"><title>T</title><items><item><title>E</title></item></items></Channel>`,
      { format: 'rss', title: 'T' },
    ],
    [
      'Atom 1.0',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title></feed>',
      { format: 'atom', version: '1.0', title: 'T' },
    ],
    [
      'Atom 0.3',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title></feed>',
      { format: 'atom', version: '0.3' },
    ],
    [
      'Atom with a prefix',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title></a:feed>',
      { format: 'atom', title: 'T' },
    ],
    [
      'CDF',
      '<CHANNEL HREF="/x" BASE="https://b.example/"><TITLE>T</TITLE></CHANNEL>',
      { format: 'cdf', title: 'T', link: 'https://b.example/x' },
    ],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[]}',
      { format: 'json', version: '1.1', title: 'T' },
    ],
  ])('%s', (_name, text, expected) => {
    expect(parse(text)).toMatchObject(expected);
  });

  it.each([
    ['a page', '<!DOCTYPE html><html><head><title>x</title></head><body><pre>&lt;rss></pre></body></html>'],
    ['a page that quotes a feed', '<html><body><rss><channel><item/></channel></rss></body></html>'],
    ['a sitemap', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>'],
    ['OPML', '<opml version="2.0"><body><outline text="x"/></body></opml>'],
    ['an image', '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>'],
    ['other JSON', '{"name":"x","items":{}}'],
    ['a JSON list', '[1,2]'],
    ['text', 'Not found'],
    ['nothing', ''],
  ])('%s is none', (_name, text) => {
    expect(parse(text)).toBeNull();
  });
});

describe('whatever stands around it', () => {
  const feed = '<rss version="2.0"><channel><title>T</title><item><title>E</title></item></channel></rss>';

  it.each([
    ['blank lines', `\n\n \t${feed}`],
    ['a second byte order mark', `\ufeff\ufeff${feed}`],
    [
      'a PHP warning',
      `<br />\n<b>Warning</b>: include() in <b>/x.php</b> on line <b>1</b><br />\n<?xml version="1.0"?>${feed}`,
    ],
    ['comments and instructions', `<!-- <rss> --><?xml-stylesheet href="x"?>${feed}<!-- cached -->`],
    ['a doctype', `<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x/rss.dtd">${feed}`],
    ['rubbish after it', `${feed}</html>\n<script>1</script>`],
    ['a missing end', feed.replace('</channel></rss>', '')],
    ['a cut-off end', feed.slice(0, -4)],
  ])('%s', (_name, text) => {
    expect(parse(text)).toMatchObject({ title: 'T', entries: [{ title: 'E' }] });
  });

  it('JSON with a byte order mark, rubbish after it, or no end', () => {
    const json = '{"version":"https://jsonfeed.org/version/1","items":[{"id":"}]1"},{"id":2}]';
    expect(parse(`\ufeff${json}}`)?.entries.map(({ id }) => id)).toEqual(['}]1', '2']);
    expect(parse(`${json}}<!-- cached -->`)).toMatchObject({ truncated: false, entries: [{}, {}] });
    expect(parse(`${json.slice(0, -1)},{"id":"3","ti`)).toMatchObject({ truncated: true, entries: [{}, {}] });
  });

  it('several roots, items outside of the channel, items within items', () => {
    const titles = (text: string) => parse(text)?.entries.map(({ title }) => title);
    expect(titles(`${feed}${feed.replace('E', 'F')}`)).toEqual(['E', 'F']);
    expect(titles('<rss><channel><title>T</title></channel><item><title>A</title></item></rss>')).toEqual([
      'A',
    ]);
    expect(titles('<rss><channel><items><item><title>A</title></item></items></channel></rss>')).toEqual([
      'A',
    ]);
    expect(
      titles('<rss><channel><item><title>A</title><item><title>B</title></item></item></channel></rss>'),
    ).toEqual(['A', 'B']);
  });
});

describe('what is broken', () => {
  const titles = (text: string) => parse(text)?.entries.map(({ title }) => title);

  it.each([
    [
      'items that are never closed',
      '<rss><channel><item><title>A</title><item><title>B</title></channel></rss>',
      ['A', 'B'],
    ],
    [
      'items that are never closed, nor anything else',
      '<rss><channel><item><title>A</title><item><title>B',
      ['A', 'B'],
    ],
    [
      'a last item that is cut off',
      '<rss><channel><item><title>A</title></item><item><title>B</title>',
      ['A'],
    ],
    [
      'a title without its end',
      '<rss><channel><item><title>A<guid>1</guid></item><item><title>B</item></channel></rss>',
      ['A', 'B'],
    ],
    [
      'CDATA without its end',
      '<rss><channel><item><title><![CDATA[A</title></item><item><title><![CDATA[B]]></title></item></channel></rss>',
      ['A', 'B'],
    ],
    [
      'tags that cross',
      '<rss><channel><item><b><title>A</b></title></item><item><title>B</title></item></channel></rss>',
      ['', 'B'],
    ],
    ['a bare less-than sign', '<rss><channel><item><title>1 < 2</title></item></channel></rss>', ['1 < 2']],
    [
      'a bare ampersand',
      '<rss><channel><item><title>A & B &nbsp;C</title></item></channel></rss>',
      ['A & B \u00a0C'],
    ],
    [
      'control characters',
      '<rss><channel><item><title>A\u0000B\u000b</title></item></channel></rss>',
      ['A\u0000B'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(titles(text)).toEqual(expected);
  });

  it('an item that was never closed hands nothing down to the next', () => {
    const item = '<item xml:base="a/" xml:lang="de" xmlns:t="http://purl.org/dc/elements/1.1/">';
    const feed = parse(
      `<rss><channel>${item}<link>x</link><item><link>x</link><t:creator>A</t:creator></rss>`,
    );
    expect(
      feed?.entries.map(({ link, language, author }) => [new URL(link).pathname, language, author]),
    ).toEqual([
      ['/dir/a/x', 'de', ''],
      ['/dir/x', '', ''],
    ]);
  });

  it('a base longer than any address is none', () => {
    const feed = (path: string) =>
      parse(`<feed xml:base="https://b.example/${path}"><entry><link href="x"/></entry></feed>`);
    expect(feed('a/'.repeat(900))?.entries[0]?.link).toMatch(/^https:\/\/b\.example\/(a\/)+x$/);
    expect(new URL(feed('a/'.repeat(1100))?.entries[0]?.link ?? '').pathname).toBe('/dir/x');
  });

  it('an end that is missing is told', () => {
    expect(parse('<rss><channel><item><title>A</title></item>')?.truncated).toBe(true);
    expect(parse('<rss><channel><item><title>A</title></item></channel></rss>')?.truncated).toBe(false);
  });
});

describe('a title', () => {
  it.each([
    ['Plain', 'Plain', 'text'],
    ['A &amp;amp; B', 'A & B', 'html'],
    ['A &amp; B', 'A & B', 'text'],
    ['1 &lt; 2', '1 < 2', 'text'],
    ['List&lt;String&gt; and &lt;canvas&gt;', 'List<String> and <canvas>', 'text'],
    ['&lt;b&gt;Bold&lt;/b&gt; words', 'Bold words', 'html'],
    ['<![CDATA[<em>Bold</em> &eacute;]]>', 'Bold é', 'html'],
    ['\n  over\n  lines  ', 'over lines', 'text'],
    ['<重要>公告', '<重要>公告', 'text'],
  ])('of RSS: %s', (written, title, titleType) => {
    expect(rssEntry(`<title>${written}</title>`)).toMatchObject({ title, titleType });
  });

  it.each([
    ['<title>A &lt;b></title>', 'A <b>', 'text'],
    ['<title type="html">A &lt;b>B&lt;/b> &amp;amp; C</title>', 'A B & C', 'html'],
    [
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>B</b> &amp; C</div></title>',
      'A B & C',
      'html',
    ],
  ])('of Atom: %s', (written, title, titleType) => {
    expect(atomEntry(written)).toMatchObject({ title, titleType });
  });
});

describe('an article', () => {
  it('of RSS is summary and content where there is one, each where there are two', () => {
    expect(rssEntry('<description>&lt;p>x&lt;/p></description>')).toMatchObject({
      summary: '<p>x</p>',
      content: '<p>x</p>',
    });
    const both = '<content:encoded><![CDATA[<p>long</p>]]></content:encoded><description>short</description>';
    expect(rssEntry(both)).toMatchObject({ summary: 'short', content: '<p>long</p>' });
  });

  it('is the same escaped, in CDATA, or as elements', () => {
    for (const written of [
      '&lt;p>a &amp;amp; b&lt;/p>',
      '<![CDATA[<p>a &amp; b</p>]]>',
      '<p>a &amp; b</p>',
    ]) {
      expect(rssEntry(`<description>${written}</description>`)?.summary).toBe('<p>a &amp; b</p>');
    }
  });

  it('of Atom is HTML whatever its type', () => {
    const content = (attributes: string, inside: string) =>
      atomEntry(`<content ${attributes}>${inside}</content>`)?.content;
    expect(content('', 'a &lt;b> &amp;amp;')).toBe('a &lt;b&gt; &amp;amp;');
    expect(content('type="html"', 'a &lt;b>b&lt;/b>')).toBe('a <b>b</b>');
    expect(content('type="xhtml"', '<div xmlns="http://www.w3.org/1999/xhtml"><p>a<br/>b</p></div>')).toBe(
      '<p>a<br/>b</p>',
    );
    expect(content('type="xhtml"', '<h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p/></h:div>')).toBe(
      '<p></p>',
    );
    expect(content('type="text/html" mode="base64"', btoa('<p>é</p>'.replace('é', 'Ã©')))).toBe('<p>é</p>');
    expect(content('type="html"', '&lt;rss version="2.0">quoted')).toBe('<rss version="2.0">quoted');
  });

  it('has a base and a language of its own', () => {
    const entry = atomEntry(
      '<content xml:base="https://b.example/x/" xml:lang="zh_CN" type="html">x</content>',
    );
    expect(entry).toMatchObject({ base: 'https://b.example/x/', language: 'zh-CN' });
    expect(rssEntry('<description>x</description>')).toMatchObject({ base: URL_OF_FEED, language: '' });
    expect(
      parse('<rss><channel><item><title>x</title></item></channel></rss>', { contentLanguage: 'fr, en' }),
    ).toMatchObject({
      language: 'fr',
      entries: [{ language: 'fr' }],
    });
  });

  it('of YouTube keeps its lines', () => {
    const group =
      '<media:group><media:title>V</media:title><media:thumbnail url="https://i/1.jpg"/><media:description>a\nb &lt;c&gt;</media:description></media:group>';
    expect(atomEntry(group)).toMatchObject({
      title: 'V',
      summary: 'a<br>b &lt;c&gt;',
      thumbnail: 'https://i/1.jpg',
    });
  });
});

describe('an entry', () => {
  it('has its link, and else its id if that is an address', () => {
    expect(rssEntry('<link>/a</link><guid>https://x/1</guid>')?.link).toBe('https://feeds.example.com/a');
    expect(rssEntry('<guid>https://x/1</guid>')).toMatchObject({ id: 'https://x/1', link: 'https://x/1' });
    expect(rssEntry('<guid isPermaLink="false">https://x/1</guid>')?.link).toBe('');
    expect(rssEntry('<guid>urn:1</guid>')?.link).toBe('');
    expect(rssEntry('<link>javascript:alert(1)</link>')?.link).toBe('');
    const links =
      '<link rel="self" href="/s"/><link rel="alternate" type="application/json" href="/j"/><link href="/h"/>';
    expect(atomEntry(links)?.link).toBe('https://feeds.example.com/h');
  });

  it('has dates by preference, in the zone of the feed', () => {
    const at = Date.UTC(2025, 0, 1);
    expect(
      rssEntry('<dc:date>2024-01-01</dc:date><pubDate>Wed, 01 Jan 2025 00:00:00 GMT</pubDate>')?.published,
    ).toBe(at);
    expect(rssEntry('<pubDate>soon</pubDate><dc:date>2025-01-01</dc:date>')).toMatchObject({
      published: at,
      updated: at,
    });
    expect(rssEntry('<pubDate>2025-01-01 08:00</pubDate>', '<language>zh-cn</language>')?.published).toBe(at);
    expect(atomEntry('<updated>2025-01-01T00:00:00Z</updated>')).toMatchObject({
      published: null,
      updated: at,
    });
  });

  it('has authors', () => {
    expect(
      rssEntry('<dc:creator>A</dc:creator><dc:creator>B</dc:creator><dc:creator>A</dc:creator>')?.author,
    ).toBe('A, B');
    expect(rssEntry('<author>a@example.com (A)</author><itunes:author>I</itunes:author>')?.author).toBe(
      'a@example.com (A)',
    );
    expect(atomEntry('<author><name>A</name><uri>https://a/</uri></author>')?.author).toBe('A');
    expect(atomEntry('<author><name>A</name><email>a@example.com</email></author>')?.author).toBe(
      'A (a@example.com)',
    );
    for (const written of [
      'A B',
      'a@example.com (A B)',
      'A B (a@example.com)',
      'A B <a@example.com>',
      'mailto:a@example.com (A B)',
    ]) {
      expect(authorName(written)).toBe('A B');
    }
    expect(authorName('news@example.com')).toBe('news');
  });

  it('has categories, files and images', () => {
    expect(
      rssEntry('<category>A</category><category>A</category><dc:subject>B</dc:subject><media:keywords/>')
        ?.categories,
    ).toEqual(['A', 'B']);
    const file =
      '<enclosure url="a.mp3" type="Audio/MPEG" length="1,000"/><itunes:duration>1:02:03</itunes:duration>';
    expect(rssEntry(file)?.enclosures).toEqual([
      {
        url: 'https://feeds.example.com/dir/a.mp3',
        type: 'audio/mpeg',
        length: 1000,
        title: '',
        duration: 3723,
      },
    ]);
    expect(rssEntry('<media:content medium="image" url="https://i/1"/>')).toMatchObject({
      thumbnail: 'https://i/1',
      enclosures: [],
    });
    expect(rssEntry('<image><url>https://i/2</url><title>no</title></image><title>T</title>')).toMatchObject({
      thumbnail: 'https://i/2',
      title: 'T',
    });
  });

  it('is not what its source is', () => {
    const source =
      '<source><id>s</id><title>S</title><link href="https://s/"/><updated>2001-01-01T00:00:00Z</updated></source>';
    expect(atomEntry(`${source}<id>e</id><title>E</title>`)).toMatchObject({
      id: 'e',
      title: 'E',
      link: '',
      updated: null,
    });
  });
});

describe('names', () => {
  it('count by their namespace, not by their prefix', () => {
    const entry = rssEntry(
      '<x:creator xmlns:x="http://purl.org/dc/elements/1.1/">A</x:creator><y:title xmlns:y="https://other.example/">no</y:title><title>T</title>',
    );
    expect(entry).toMatchObject({ author: 'A', title: 'T' });
  });

  it('of a scope end with it', () => {
    const entry = rssEntry(
      '<g xmlns:dc="https://other.example/"><dc:creator>no</dc:creator></g><dc:creator>A</dc:creator>',
    );
    expect(entry?.author).toBe('A');
  });

  it('that nobody declared are known by prefix', () => {
    expect(rssEntry('<dc:creator>A</dc:creator><atom:updated>2025-01-01</atom:updated>')).toMatchObject({
      author: 'A',
      updated: Date.UTC(2025, 0, 1),
    });
  });
});

describe('entities of a doctype', () => {
  const title = (subset: string, text: string) =>
    parse(`<!DOCTYPE rss [${subset}]><rss><channel><title>${text}</title></channel></rss>`)?.title;

  it('are read where they are short and simple', () => {
    expect(title('<!ENTITY me "Ada &#233;">', '&me;!')).toBe('Ada é!');
  });

  it.each([
    ['long', `<!ENTITY me "${'x'.repeat(65)}">`],
    ['nested', '<!ENTITY a "b"><!ENTITY me "&a;&a;">'],
    ['external', '<!ENTITY me SYSTEM "file:///etc/passwd">'],
    ['too many', `${Array.from({ length: 512 }, (_, i) => `<!ENTITY e${i} "x">`).join('')}<!ENTITY me "x">`],
  ])('are not where they are %s', (_name, subset) => {
    expect(title(subset, '&me;')).toBe('&me;');
  });
});

describe('a feed', () => {
  it('says when to ask again, and where', () => {
    const feed = parse(`<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><ttl>90</ttl>
      <skipHours><hour>24</hour><hour>7</hour><hour>x</hour></skipHours><skipDays><day>Sunday</day><day>sat</day></skipDays>
      <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
      <atom:link rel="self" href="/self"/><atom:link rel="hub" href="https://hub/"/><atom:link rel="next" href="?p=2"/>
      <image><url>/i.png</url><link>/no</link></image><link>/site</link><lastBuildDate>2025-01-01</lastBuildDate></channel></rss>`);
    expect(feed).toMatchObject({
      ttlMinutes: 90,
      skipHours: [7],
      skipDays: [0, 6],
      updatePeriodMinutes: 360,
      selfLink: 'https://feeds.example.com/self',
      hubs: ['https://hub/'],
      nextPage: 'https://feeds.example.com/dir/feed.xml?p=2',
      image: 'https://feeds.example.com/i.png',
      link: 'https://feeds.example.com/site',
      updated: Date.UTC(2025, 0, 1),
    });
  });

  it('holds no more than anyone needs', () => {
    const many = (count: number, text: string) => text.repeat(count);
    const entry = rssEntry(
      `${Array.from({ length: 500 }, (_, i) => `<category>${i}</category><enclosure url="/${i}"/>`).join('')}`,
    );
    expect([entry?.categories.length, entry?.enclosures.length]).toEqual([64, 64]);
    expect(rssEntry(`${many(1100, '<x/>')}<title>late</title>`)?.title).toBe('');
    const crowd = parse(`<rss><channel>${many(25_001, '<item><title>t</title></item>')}</channel></rss>`);
    expect([crowd?.entries.length, crowd?.truncated]).toEqual([25_000, true]);
    expect(rssEntry(`${many(500, '<a>')}${many(500, '</a>')}<title>deep</title>`)?.title).toBe('deep');
  });
});
