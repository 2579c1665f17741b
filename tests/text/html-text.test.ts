import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../utils/text/html-text';

describe('the text of HTML', () => {
  it.each([
    ['plain', 'plain'],
    ['<p>one</p><p>two</p>', 'one two'],
    ['a<b>b</b>c <i>d</i>', 'abc d'],
    ['a<br>b<br/>c', 'a b c'],
    ['<script>x</script>a<style>b</style><!-- c -->', 'a'],
    ['<SCRIPT>"</p>"</SCRIPT>a', 'a'],
    ['&lt;b&gt; &amp;amp; &eacute;&nbsp;x', '<b> &amp; é x'],
    ['  a \n\t b\u3000c  ', 'a b c'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['<img alt="x">', ''],
    ['<p>中文<b>新闻</b>。</p>', '中文新闻。'],
    ['<p>cut <b', 'cut'],
    ['<script>never closed', ''],
    ['', ''],
  ])('%s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('is cut where told, but in no pair', () => {
    expect(htmlToText('<p>abcdef</p>', 3)).toBe('abc');
    expect(htmlToText('a😀b', 2)).toBe('a');
    expect(htmlToText('ab cd', 3)).toBe('ab');
    expect(htmlToText(`${'<p> </p>'.repeat(500)}late`, 4)).toBe('late');
  });
});
