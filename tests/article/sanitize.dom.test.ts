import { describe, expect, it } from 'vitest';
import { renderBody } from '../../utils/article/render';
import { sanitize } from '../../utils/article/sanitize';

const place = { base: 'https://site.test/2026/a.html' };

function clean(html: string): string {
  const holder = document.implementation.createHTMLDocument('').createElement('div');
  holder.append(sanitize(html, place));
  return holder.innerHTML;
}

const link = 'target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"';
const lazy = 'loading="lazy" decoding="async" referrerpolicy="no-referrer"';

const table: [title: string, payload: string, expected: string][] = [
  ['script', '<p>a<script>alert(1)</script>b</p>', '<p>ab</p>'],
  ['handler', '<p onclick="x()" style="color:red" class="c">a</p>', '<p>a</p>'],
  ['javascript link', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
  ['link', '<a href="/x" target="_self" ping="//p">a</a>', `<a href="https://site.test/x" ${link}>a</a>`],
  ['letter', '<a href="mailto:a@b.test">a</a>', '<a href="mailto:a@b.test">a</a>'],
  ['form', '<form action="/x"><input name="q"><button>Go</button>text</form>', 'text'],
  ['frame', '<iframe src="https://x.test/"></iframe><object data="x"></object><embed src="x">a', 'a'],
  ['svg', '<svg><script>1</script><use href="#x"/></svg>a', 'a'],
  ['style', '<style>*{display:none}</style>a', 'a'],
  [
    'meta refresh',
    '<meta http-equiv="refresh" content="0;url=/x"><base href="//evil.test/"><a href="y">a</a>',
    `<a href="https://site.test/2026/y" ${link}>a</a>`,
  ],
  [
    'T1: nothing evil left in srcset',
    '<img srcset="foo 1w, javascript:evil()">',
    `<img srcset="https://site.test/2026/foo 1w" ${lazy}>`,
  ],
  [
    'T2: sizes, spans, languages and dates stay',
    '<table><tr><td colspan="2" width="10" lang="fr" dir="rtl">a</td></tr></table><time datetime="2026-01-01">d</time><ol start="3"><li>x</li></ol>',
    '<table><tbody><tr><td colspan="2" width="10" lang="fr" dir="rtl">a</td></tr></tbody></table><time datetime="2026-01-01">d</time><ol start="3"><li>x</li></ol>',
  ],
  ['T2: counting pixel by attributes', '<img src="/t.gif" width="1" height="1">a', 'a'],
  ['T2: counting pixel by style', '<img src="/t.gif" style="width:1px;height:0px">a', 'a'],
  [
    'T2: hidden',
    '<img src="/t.gif" hidden><img src="/u.gif" style="display:none"><div style="display: none">x</div>a',
    'a',
  ],
  [
    'a flat picture is one',
    '<img src="/hr.png" width="600" height="1">',
    `<img src="https://site.test/hr.png" width="600" height="1" ${lazy}>`,
  ],
  ['T3: frameset', '<frameset cols="*"><frame src="x"></frameset>', ''],
  [
    'T4: relative links never reach the extension',
    '<a href="options.html#/x">a</a>',
    `<a href="https://site.test/2026/options.html#/x" ${link}>a</a>`,
  ],
  [
    'T6: ids and links to them',
    '<p id="n">a</p><a href="#n">b</a>',
    '<p id="user-content-n">a</p><a href="#user-content-n">b</a>',
  ],
  ['names', '<img name="body" src="/a.png" alt="A">', `<img src="https://site.test/a.png" alt="A" ${lazy}>`],
  [
    'raster data',
    '<img src="data:image/gif;base64,R0lGOD">',
    `<img src="data:image/gif;base64,R0lGOD" ${lazy}>`,
  ],
  ['svg data', '<img src="data:image/svg+xml,<svg/>" alt="x">', `<img alt="x" ${lazy}>`],
  [
    'video',
    '<video src="v.mp4" autoplay poster="p.jpg"><source src="javascript:1"></video>',
    '<video src="https://site.test/2026/v.mp4" poster="https://site.test/2026/p.jpg" controls="" preload="none"><source></video>',
  ],
  ['private picture', '<img src="http://192.168.0.1/x.png" alt="x">', `<img alt="x" ${lazy}>`],
  [
    'late picture',
    '<img src="/blank.gif" data-src="/a.png" data-srcset="/b.png 2x">',
    `<img src="https://site.test/a.png" srcset="https://site.test/b.png 2x" ${lazy}>`,
  ],
  [
    'late picture at an address that is refused',
    '<img src="/own.png" data-src="http://192.168.0.1/x.png">',
    `<img src="https://site.test/own.png" ${lazy}>`,
  ],
  [
    'late picture that would be script',
    '<img src="/own.png" data-src="javascript:evil()" data-srcset="javascript:evil() 1x">',
    `<img src="https://site.test/own.png" ${lazy}>`,
  ],
  [
    'late sources of a picture',
    '<picture><source data-srcset="/a.webp 1x"><img data-original="/a.jpg"></picture>',
    `<picture><source srcset="https://site.test/a.webp 1x"><img src="https://site.test/a.jpg" ${lazy}></picture>`,
  ],
  [
    'picture for readers without scripts',
    '<p><img src="/blank.gif"><noscript><img src="/a.png"></noscript></p>',
    `<p><img src="https://site.test/a.png" ${lazy}></p>`,
  ],
  [
    'figure with nothing else',
    '<figure><div class="lazy"></div><noscript><img src="/a.png" onerror="x()"></noscript></figure>',
    `<figure><div></div><img src="https://site.test/a.png" ${lazy}></figure>`,
  ],
  ['counter for readers without scripts', '<p>a<noscript><img src="/count?x"></noscript></p>', '<p>a</p>'],
  [
    'hidden counter in a figure',
    '<figure><noscript><img src="/count" width="1" height="1"></noscript>a</figure>',
    '<figure>a</figure>',
  ],
  [
    'tracking parameters',
    '<a href="/x?b=2&utm_source=rss&a=%41&fbclid=z#s">a</a>',
    `<a href="https://site.test/x?b=2&amp;a=%41#s" ${link}>a</a>`,
  ],
  [
    'letters keep their query',
    '<a href="mailto:a@b.test?utm_source=x">a</a>',
    '<a href="mailto:a@b.test?utm_source=x">a</a>',
  ],
  [
    'ruby',
    '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
    '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
  ],
  [
    'formula',
    '<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>',
    '<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>',
  ],
  [
    'formula with a way out',
    '<math><annotation-xml encoding="text/html"><img src=x onerror=1></annotation-xml></math>a',
    '<math></math>a',
  ],
  [
    'details',
    '<details open ontoggle="x()"><summary>s</summary>t</details>',
    '<details open=""><summary>s</summary>t</details>',
  ],
];

describe('sanitize', () => {
  it.each(table)('%s', (_, payload, expected) => {
    expect(clean(payload)).toBe(expected);
  });

  it.each(table)('%s: once more changes nothing', (_, payload) => {
    const once = clean(payload);
    expect(clean(once)).toBe(once);
  });

  it('keeps nothing of one article for the next', () => {
    sanitize('<img src="a.png" hidden>', { base: 'https://one.test/' });
    const [image] = sanitize('<img src="a.png">', { base: 'https://two.test/' }).children;
    expect(image?.getAttribute('src')).toBe('https://two.test/a.png');
  });

  it('shows pictures of a private host that the reader typed', () => {
    const own = { base: 'http://127.0.0.1:8080/feed', privateHosts: ['127.0.0.1:8080'] };
    expect(sanitize('<img src="/a.png">', own).querySelector('img')?.getAttribute('src')).toBe(
      'http://127.0.0.1:8080/a.png',
    );
  });
});

describe('renderBody', () => {
  it('says so when an article was reduced to its words', () => {
    const deep = `${'<div>'.repeat(600)}first${'</div>'.repeat(600)}<p>second <b>part</b></p><img src="/a.png">`;
    const { content, simplified } = renderBody(deep, place);
    expect(simplified).toBe(true);
    expect([...content.children].map((block) => [block.localName, block.textContent])).toEqual([
      ['p', 'first'],
      ['p', 'second part'],
    ]);
  });

  it('lets tables scroll and drops pictures without an address', () => {
    const { content } = renderBody('<table><tr><td><table></table></td></tr></table><img alt="gone">', place);
    expect(content.querySelectorAll('.table-frame')).toHaveLength(1);
    expect(content.querySelector('img')).toBeNull();
  });
});
