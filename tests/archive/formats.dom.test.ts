import { describe, expect, it } from 'vitest';
import { articleMarkdown } from '../../utils/article/markdown';
import { articleXhtml } from '../../utils/article/xhtml';

const place = { base: 'https://e.test/a/' };

describe('articleMarkdown', () => {
  it.each([
    ['<h2>一</h2><p>a <b>b</b> <i>c</i></p>', '## 一\n\na **b** *c*\n'],
    ['<p><a href="x.html">link</a></p>', '[link](https://e.test/a/x.html)\n'],
    ['<img src="/i.jpg" alt="图">', '![图](https://e.test/i.jpg)\n'],
    ['<ul><li>a</li><li>b</li></ul>', '-   a\n-   b\n'],
    ['<blockquote><p>q</p></blockquote>', '> q\n'],
    ['<pre><code>x &lt; y</code></pre>', '```\nx < y\n```\n'],
    ['<p>他说<b>“你好”</b>然后走了</p>', '他说<strong>“你好”</strong>然后走了\n'],
    ['<p>他说<b>你好</b>然后走了</p>', '他说**你好**然后走了\n'],
    ['<p>1. not a list * star_</p>', '1\\. not a list \\* star\\_\n'],
    ['<script>alert(1)</script><p onclick="x()">a</p><iframe src="https://x.test"></iframe>', 'a\n'],
    ['<a href="javascript:alert(1)">a</a>', 'a\n'],
    [
      '<p>a<a href="/x"></a>b <a href="/y"><img src="/i.jpg"></a></p>',
      'ab [![](https://e.test/i.jpg)](https://e.test/y)\n',
    ],
    ['', '\n'],
  ])('of %s', (html, markdown) => {
    expect(articleMarkdown(html, place)).toBe(markdown);
  });
});

describe('articleXhtml', () => {
  it.each([
    ['<p>a<br>b<p>c', '<p>a<br />b</p><p>c</p>'],
    ['<b><i>x</b>y</i>', '<b><i>x</i></b><i>y</i>'],
    ['a &amp; b &nbsp;&lt;', 'a &amp; b \u00a0&lt;'],
    ['<svg><script>x</script></svg><p style="x">y</p>', '<p>y</p>'],
    ['<a href="/x?a=1&b=2">l</a>', '<a href="https://e.test/x?a=1&amp;b=2" rel="noopener noreferrer">l</a>'],
  ])('of %s', (html, xhtml) => {
    expect(articleXhtml(html, place)).toBe(xhtml);
  });

  it('is well-formed whatever it was', () => {
    for (const html of [
      '<p a"b=1>x',
      '<!--x--><p>\u0000</p>',
      '<table><tr><td>x',
      '<h1><div></h1>',
      '<p>]]></p>',
    ]) {
      const parsed = new DOMParser().parseFromString(
        `<x>${articleXhtml(html, place)}</x>`,
        'application/xml',
      );
      expect(parsed.querySelector('parsererror')).toBeNull();
    }
  });
});
