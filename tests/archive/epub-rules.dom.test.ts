import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { openExportFile } from '../../components/shared/export-file';
import type { ArchiveArticle } from '../../utils/archive/article';
import type { ArchiveImage } from '../../utils/archive/image-file';
import { parseFeed } from '../../utils/feed/parse';
import { sample } from '../security/corpus';
import { drawnPicture } from './drawn-picture';
import { epubFaults } from './epub-rules';
import { sampleArticle } from './sample-article';

const feeds = import.meta.glob<string>('../fixtures/feeds/*/source.*', {
  eager: true,
  query: '?url',
  import: 'default',
});
const red = 'https://e.test/red.png';
const blue = 'https://e.test/blue.webp';
const bare: ArchiveArticle = { ...sampleArticle, html: '', image: '', enclosures: [] };

/** Markup that feeds have sent, or might; each breaks a rule of books if it is taken over as it is. */
const nasty = [
  `<p>an <img src="${red}"> <img src="${blue}" alt="b" id="x" usemap="#m" onerror="x()"><img src="https://e.test/gone.svg"></p>`,
  `<img src="${red}" srcset="https://e.test/r2.png 2x"><picture><source srcset="${blue}"><img src="${red}"></picture>`,
  '<p id="a">x</p><p id="a">y</p><a href="#a">to a</a><a href="#nowhere">b</a><a name="z">z</a><a href="">e</a>',
  '<a href="https://e.test/a b|c{d}^e`f\\g?x=[1]&y=<2>#f|g">odd</a><a href="HTTP://E.TEST:80/%zz">%</a><a href="//e.test/x">r</a>',
  '<a href="https://[::1]/x">six</a><a href="https://例え.テスト/路径?问=答">idn</a><a href="tel:+1 234">t</a><a href="mailto:a@b.test?subject=a b">m</a>',
  '<a href="javascript:x">j</a><a href="file:///etc/passwd">f</a><a href="data:text/html,x">d</a><a href="ftp://x.test/">f</a>',
  '<a href="/1">a<a href="/2">b</a></a><a href="/3"><p>block</p></a><a href="/4"><b><div>deep</div></b></a>',
  '<ul>words<li>1<ul><ul><li>2</li></ul></ul></li><p>p</p></ul><ol></ol><li>alone</li><ol><ol><li>x</ol></ol>',
  '<table><caption><p>c</p></caption><tr><td colspan="0" rowspan="-1">a<td colspan="99999">b</table><td>stray</td><table></table><table><tr></tr></table>',
  '<table><td>x<table><tr><th scope="col" width="9%">y</th></tr></table></td></table><tbody><tr><td>q</td></tr></tbody>',
  '<p>a<div>b</div>c</p><h1>h<p>p</p></h1><pre>x<table><tr><td>y</td></tr></table></pre><b><i><p>q</p></i></b>',
  '<figure><figcaption>1</figcaption><img src="/x.png"><figcaption>2</figcaption></figure><figcaption>alone</figcaption><p><figure>f</figure></p>',
  '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby><ruby>no</ruby><rt>stray</rt><ruby><rt></rt></ruby>',
  '<dl><dt>t</dt><dd>d</dd></dl><details><summary>s</summary>x</details><center><font size=7>f</font></center><marquee>m</marquee>',
  '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg><math><mi>x</mi></math><video src="/v.mp4" poster="/p.png">v</video><audio src="/a.mp3"></audio>',
  '<iframe src="https://www.youtube.com/embed/x"></iframe><object data="/o"></object><embed src="/e"><form><input><button>b</button><select><option>o</option></select></form>',
  '<p style="background:url(https://x.test/)" class="c" lang="not a tag" xml:lang="??" dir="weird" epub:type="toc" data-x="1" aria-label="l">a</p>',
  '<p>\u0000\u0001\u000b\ufffe\ufffflone \ud800 end</p>&nbsp;&hellip;&bogus;&#0;&#xD800;&#x1F600; ]]> <![CDATA[c]]> <?php x ?> <!-- -- -->',
  '<bdo dir="rtl">r</bdo><bdi>i</bdi><wbr><hr><p><hr></p><blockquote>b<p>q</blockquote><q cite="https://x.test/">q</q><time datetime="x">t</time>',
  '<script>x</script><style>@import url(x)</style><link rel="stylesheet" href="x"><base href="https://evil.test/"><meta http-equiv="refresh" content="0">',
  `${'<div>'.repeat(400)}deep${'</div>'.repeat(399)}`,
  'a < b & c > d "quotes" <notatag> </p> <br/> <p/> <b',
];

async function fixtureArticles(): Promise<ArchiveArticle[]> {
  const all: ArchiveArticle[] = [];
  for (const [path, url] of Object.entries(feeds)) {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    for (const one of parseFeed(bytes, { url: 'https://e.test/feed' })?.entries ?? [])
      all.push({
        ...bare,
        key: `${path} ${all.length}`,
        title: one.title,
        link: one.link,
        author: one.author,
        language: one.language,
        html: one.content || one.summary,
        base: one.base,
        image: one.thumbnail,
        enclosures: one.enclosures,
      });
  }
  return all;
}

async function bookOf(articles: readonly ArchiveArticle[], images: readonly ArchiveImage[] = []) {
  const file = await openExportFile('epub', 'A & <B> "c"');
  for (const article of articles) await file.add(article, undefined, images);
  return new Uint8Array(await (await file.finish()).arrayBuffer());
}

const titles = [
  '',
  ' \n ',
  '\u0001',
  '<b>&amp;</b>',
  '\ud800',
  'a\u2028b',
  '🙂'.repeat(400),
  'العربية',
  '中',
];
const languages = [
  '',
  'zh_CN',
  'en-US;q=0.8',
  'x',
  'not a language',
  '中文',
  'EN',
  'i-klingon',
  'zh-Hans-CN',
];

it('keeps every rule, whatever feeds have sent', async () => {
  const images = [
    await drawnPicture(red, 'image/png', 'red'),
    await drawnPicture(blue, 'image/webp', 'blue'),
  ];
  const odd = titles.map((title) => ({ ...bare, title, feedName: title, author: title, html: '<p>x</p>' }));
  const spoken = languages.map((language) => ({ ...bare, title: 'x', language, html: '<p>x</p>' }));
  const links = ['javascript:x', 'https://e.test/a|b c', 'urn:x', '//x', 'https://'].map((link) => ({
    ...bare,
    link,
  }));
  const faults = epubFaults(
    await bookOf([...nasty.map((html) => ({ ...bare, html })), ...odd, ...spoken, ...links], images),
  );
  expect(faults).toEqual([]);
});

it('keeps every rule with all articles of the fixtures, and with markup that attacks', async () => {
  const articles = await fixtureArticles();
  expect(articles.length).toBeGreaterThan(200);
  expect(epubFaults(await bookOf(articles))).toEqual([]);
  const attacks = sample(500).map(({ html }) => ({ ...bare, html }));
  expect(epubFaults(await bookOf(attacks))).toEqual([]);
});

it('the rules see what is wrong', async () => {
  const files = unzipSync(await bookOf([{ ...bare, html: '<p>x</p>' }]));
  const with_ = (path: string, from: string, to: string) => {
    const changed = strFromU8(files[path] ?? new Uint8Array()).replace(from, to);
    return epubFaults(
      zipSync({
        ...files,
        mimetype: [files.mimetype ?? strToU8(''), { level: 0 }],
        [path]: strToU8(changed),
      }),
    );
  };
  const chapter = 'EPUB/a00001.xhtml';
  const opf = 'EPUB/package.opf';
  expect(with_(chapter, 'y', 'y')).toEqual([]);
  expect(with_(chapter, '<p>x</p>', '<p>x')[0]).toMatch(/^RSC-016/);
  expect(with_(chapter, '<p>x</p>', '<p><div>x</div></p>')).toEqual([
    `RSC-005: a00001.xhtml: p holds a block`,
  ]);
  expect(with_(chapter, '<p>x</p>', '<img src="https://x.test/" alt=""/>')).toHaveLength(2);
  expect(with_(chapter, '<p>x</p>', '<video/>')).toEqual(['RSC-005: a00001.xhtml: video']);
  expect(with_(opf, 'a00001.xhtml', 'a00009.xhtml')).toContain('RSC-001: a00009.xhtml');
  expect(with_(opf, 'properties="nav"', '')).toContain('RSC-005: not one nav');
  expect(with_(opf, 'text/css', 'image/png')).toEqual(['OPF-029: style.css image/png']);
  expect(with_(opf, 'dcterms:modified', 'x')).toEqual(['RSC-005: dcterms:modified']);
  expect(with_('EPUB/nav.xhtml', 'epub:type="toc"', '')).toEqual(['RSC-005: no table of contents']);
});
