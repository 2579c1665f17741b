/** Documents made to exhaust a parser, by size: each must cost time in proportion to it. */
type Make = (size: number) => string;

const rss = (inside: string) => `<rss version="2.0"><channel><title>t</title>${inside}</channel></rss>`;
const item = (inside: string) => rss(`<item><title>t</title>${inside}</item>`);
const repeat = (text: string, count: number) => text.repeat(Math.max(1, Math.floor(count)));
const numbered = (count: number, text: (i: number) => string) =>
  Array.from({ length: Math.floor(count) }, (_, i) => text(i)).join('');

export const hostileDocuments: [name: string, make: Make, size: number][] = [
  ['levels', (n) => item(repeat('<a>', n) + repeat('</a>', n)), 100_000],
  ['levels that are never closed', (n) => item(repeat('<a>', n)), 100_000],
  ['levels of different names', (n) => item(numbered(n, (i) => `<a${i}>`)), 100_000],
  ['close tags of nothing', (n) => item(repeat('<b>', 120) + repeat('</a>', n)), 100_000],
  ['attributes', (n) => item(`<link ${numbered(n, (i) => `a${i}="1" `)}>x</link>`), 1_000_000],
  ['attributes without values', (n) => item(`<link ${repeat('a ', n)}>x</link>`), 1_000_000],
  ['one long attribute', (n) => item(`<enclosure url="${repeat('x', n)}"/>`), 10_000_000],
  ['one long attribute without an end', (n) => item(`<enclosure url="${repeat('x', n)}`), 10_000_000],
  ['quotes without an end', (n) => item(repeat(`<a b="c>`, n) + repeat(`<a b='c>`, n)), 100_000],
  ['white space in a tag', (n) => item(`<link${repeat(' ', n)}>x</link>`), 1_000_000],
  [
    'white space after names',
    (n) => item(`<link ${repeat(`a${repeat(' ', 1000)}`, n / 1000)}>x</link>`),
    1_000_000,
  ],
  ['children', (n) => item(repeat('<x/>', n)), 1_000_000],
  ['children of the channel', (n) => rss(repeat('<x>y</x>', n)), 300_000],
  ['categories', (n) => item(numbered(n, (i) => `<category>${i}</category>`)), 100_000],
  ['enclosures', (n) => item(numbered(n, (i) => `<enclosure url="http://x/${i}"/>`)), 100_000],
  ['authors', (n) => item(numbered(n, (i) => `<dc:creator>name ${i}</dc:creator>`)), 100_000],
  ['scopes', (n) => item(`${numbered(n, (i) => `<a xmlns:n${i}="u${i}"><n${i}:b/>`)}`), 20_000],
  [
    'declarations in one tag',
    (n) => item(`<a ${numbered(n, (i) => `xmlns:n${i}="u" `)}>${numbered(n, (i) => `<n${i}:b/>`)}</a>`),
    20_000,
  ],
  ['items that are never closed', (n) => rss(repeat('<item><title>t', n)), 100_000],
  ['bases in items that are never closed', (n) => rss(repeat('<item xml:base="a/">', n)), 100_000],
  [
    'scopes of items that are never closed',
    (n) => rss(numbered(n, (i) => `<item xmlns:n${i}="u"><x:a/>`)),
    20_000,
  ],
  ['bases in roots that are never closed', (n) => repeat('<rss xml:base="a/">', n), 100_000],
  [
    'addresses that a long base would make as long each',
    (n) =>
      `<feed xml:base="http://x/${repeat('a/', n * 50)}">${repeat('<entry><link href="b"/></entry>', n)}</feed>`,
    20_000,
  ],
  ['items within items', (n) => rss(repeat('<item>', n) + repeat('</item>', n)), 100_000],
  ['channels', (n) => repeat('<rss><channel><title>t</title>', n), 100_000],
  [
    'CDATA without an end',
    (n) => rss(repeat('<item><description><![CDATA[x</description></item>', n)),
    50_000,
  ],
  ['CDATA in an element without an end', (n) => rss(repeat('<x><![CDATA[', n)), 100_000],
  [
    'CDATA beginnings before one end',
    (n) => item(`<description>${repeat('<![CDATA[x', n)}]]></description>`),
    100_000,
  ],
  ['comments without an end', (n) => item(repeat('<!-- x ', n)), 100_000],
  ['comments without an end, but with brackets', (n) => item(repeat('<!-- x >', n)), 100_000],
  ['instructions without an end', (n) => item(repeat('<?x ', n)), 100_000],
  ['doctypes', (n) => repeat('<!DOCTYPE a [', n) + item(''), 100_000],
  ['doctypes with an end', (n) => repeat('<!DOCTYPE a [>', n) + item(''), 100_000],
  ['angle brackets', (n) => item(repeat('<', n)), 1_000_000],
  ['slashes', (n) => item(repeat('</', n)), 1_000_000],
  ['ampersands', (n) => item(`<title>${repeat('&', n)}</title>`), 1_000_000],
  ['references without an end', (n) => item(`<title>${repeat('&#', n)}&#${repeat('1', n)}</title>`), 500_000],
  ['references', (n) => item(`<description>${repeat('&lt;p&gt;&amp;nbsp;', n)}</description>`), 100_000],
  [
    'entities that grow',
    (n) =>
      `<!DOCTYPE x [<!ENTITY a "${repeat('x', 60)}">${numbered(n, (i) => `<!ENTITY a${i} "&a;&a;&a;&a;">`)}]>${item(`<title>${repeat('&a;', n)}</title>`)}`,
    20_000,
  ],
  [
    'entity declarations without an end',
    (n) => `<!DOCTYPE x [${repeat('<!ENTITY a "', n)}]>${item('')}`,
    100_000,
  ],
  ['tags in a title', (n) => item(`<title>${repeat('<b>', n)}</title>`), 300_000],
  ['tags in an escaped title', (n) => item(`<title>${repeat('&lt;b&gt;', n)}&lt;/b&gt;</title>`), 100_000],
  [
    'markup in an article',
    (n) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">${repeat('<p>x</p>', n)}</content></entry></feed>`,
    300_000,
  ],
  ['words of a category list', (n) => item(`<keywords>${repeat('a,', n)}</keywords>`), 1_000_000],
  ['a date', (n) => item(`<pubDate>${repeat('1 Jan ', n)}</pubDate>`), 300_000],
  [
    'dates',
    (n) => rss(numbered(n, (i) => `<item><pubDate>${repeat(`${i % 60}:`, 30)}</pubDate></item>`)),
    5_000,
  ],
  ['dates by place', (n) => rss(repeat('<item><pubDate>1 Jan 2025 Asia/Tokyo</pubDate></item>', n)), 20_000],
  ['controls', (n) => item(`<title>${repeat('\u0085', n)}</title>`), 1_000_000],
  ['dates of spaces', (n) => rss(repeat(`<item><pubDate>1${repeat(' ', 97)}a</pubDate></item>`, n)), 5_000],
  [
    'brackets in JSON',
    (n) => `{"version":"https://jsonfeed.org/version/1","items":${repeat('[', n)}`,
    1_000_000,
  ],
  [
    'JSON with rubbish behind it',
    (n) => `{"version":"https://jsonfeed.org/version/1","title":"t","items":[]}${repeat('{"', n)}`,
    1_000_000,
  ],
  ['nothing but text', (n) => repeat('x', n), 10_000_000],
  ['nothing but spaces', (n) => repeat(' ', n), 10_000_000],
  ['text in a title', (n) => item(`<title>${repeat('x \n', n)}</title>`), 1_000_000],
  [
    'spaces in an author',
    (n) => item(`<author>${repeat('a '.repeat(10) + ' '.repeat(100), n / 100)}</author>`),
    1_000_000,
  ],
];
