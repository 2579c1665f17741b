import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../utils/extract/extract';
import { wellFormed } from '../../utils/extract/well-formed';
import { htmlToText } from '../../utils/text/html-text';
import { pages } from './pages';
import { type Score, scoreOf } from './score';

const address = 'https://site.example/news/1.html';
const textOf = (html: string) => htmlToText(html, 3_000_000);

const results = pages.map(({ name, html, text }) => {
  const found = extractArticle(html, address);
  return { name, text, found, score: scoreOf(textOf(found?.html ?? ''), text.paragraphs.join('\n')) };
});

function mean(of: typeof results, which: keyof Score): number {
  return of.reduce((sum, { score }) => sum + score[which], 0) / of.length;
}

describe('articles in pages of many kinds', () => {
  test('are found whole, and little else with them', () => {
    const chinese = results.filter(({ text }) => text.lang.startsWith('zh'));
    expect([results.length, chinese.length]).toEqual([34, 17]);
    expect(mean(results, 'f1')).toBeGreaterThan(0.96);
    expect(mean(results, 'recall')).toBeGreaterThan(0.98);
    expect(mean(chinese, 'f1')).toBeGreaterThan(0.95);
  });
  test.each(results)('$name', ({ found, score }) => {
    expect(score.recall).toBeGreaterThan(0.6);
    expect(score.precision).toBeGreaterThan(0.65);
    expect(found?.length).toBeGreaterThan(200);
  });
});

describe('extractArticle', () => {
  test('gives absolute addresses, and pictures that a script would have loaded', () => {
    const page = pages.find(({ name }) => name === 'lazy-images');
    const { html = '', language } = extractArticle(page?.html ?? '', address) ?? {};
    expect(html).toContain('https://site.example/p0.jpg');
    expect(language).toBe('en');
  });
  test.each(['', '<p>Short.</p>', '<nav><a href="/">Home</a></nav>', '\0<<<>>>'])(
    'finds nothing in %j',
    (html) => {
      expect(extractArticle(html, address)).toBeNull();
    },
  );
  test('is not brought down by what nobody writes', () => {
    for (const html of ['<div>'.repeat(50_000), '<p a="'.repeat(9_999), `<table>${'<td>'.repeat(20_000)}x`])
      expect(extractArticle(html, address)).toBeNull();
  });
});

describe('wellFormed', () => {
  const body = (html: string) => /<body>(.*)<\/body>/s.exec(wellFormed(html))?.[1];
  test.each([
    ['<p>a<p>b', '<p>a</p><p>b</p>'],
    ['<ul><li>a<li>b<ul><li>c</ul></ul>', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>'],
    ['<b>a</i></b>', '<b>a</b>'],
    ['<div><p>a</div>b</p>', '<div><p>a</p></div>b'],
    [
      '<table><tr><td>a<td>b<tr><td>c</table>',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
    ],
    ['<table><td><p>a</div></td></table>', '<table><td><p>a</p></td></table>'],
    ['<IMG SRC=a.png ALT="x &quot; y" onerror=z>', '<img src="a.png" alt="x &quot; y"/>'],
    ['a<br>b</br>c', 'a<br/>b<br/>c'],
    ['<script>"<p>"</script><style>p{}</style><!-- <p> -->a', 'a'],
    ['&lt;p&gt; &amp;amp; 1 < 2', '&lt;p&gt; &amp;amp; 1 &lt; 2'],
    ['<svg><p>a</p></svg><iframe src=x></iframe>b', 'b'],
  ])('of %s', (html, wanted) => {
    expect(body(html)).toBe(wanted);
  });
  test('keeps the title', () => {
    expect(wellFormed('<title>A &amp; B</title><p>x')).toContain('<title>A &amp; B</title>');
  });
});
