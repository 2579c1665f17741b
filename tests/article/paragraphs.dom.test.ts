import { expect, test } from 'vitest';
import { renderBody } from '../../utils/article/render';

function shown(html: string): string {
  const holder = document.createElement('div');
  holder.append(renderBody(html, { base: 'https://site.test/a.html' }).content);
  return holder.innerHTML;
}

test.each([
  ['two breaks in a paragraph', '<p>a<br><br>b<br> <br>\n<br>c</p>', '<p>a</p><p>b</p><p>c</p>'],
  ['one break stays', '<p>a<br>b</p>', '<p>a<br>b</p>'],
  ['breaks at the ends go', '<p><br><br>a<br><br>b<br><br></p>', '<p>a</p><p>b</p>'],
  [
    'a paragraph without words goes',
    '<p>a</p><p><br><br></p><p><span>&nbsp;</span></p><p>b</p>',
    '<p>a</p><p>b</p>',
  ],
  [
    'a picture is no empty paragraph',
    '<p><img src="https://site.test/a.png"><br></p>',
    expect.stringMatching(/^<p><img .*><br><\/p>$/),
  ],
  [
    'wide spaces at the beginning',
    '<p><span>　　夜里</span>下起　雨来。</p>',
    '<p><span>夜里</span>下起　雨来。</p>',
  ],
  ['verses keep theirs', '<p>　　夜里<br>　　下起雨来</p>', '<p>　　夜里<br>　　下起雨来</p>'],
  [
    'direction and language go along',
    '<p dir="rtl" lang="ar">a<br><br>b</p>',
    '<p dir="rtl" lang="ar">a</p><p dir="rtl" lang="ar">b</p>',
  ],
  ['text without any element', 'a <b>b</b><br><br>c<hr>d', '<p>a <b>b</b></p><p>c</p><hr><p>d</p>'],
  ['in a block of its own', '<div>a<br><br>b</div>', '<div><p>a</p><p>b</p></div>'],
  [
    'blocks stay beside them',
    '<div>a<br><br>b<ul><li>c</li></ul></div>',
    '<div><p>a</p><p>b</p><ul><li>c</li></ul></div>',
  ],
  ['verses and code stay', '<pre>a<br><br>b</pre>', '<pre>a<br><br>b</pre>'],
  ['a dateline', '华盛顿 — <p>中国国家主席</p>', '华盛顿 — <p class="run-in">中国国家主席</p>'],
  ['a sentence is none', 'It was late. And then — <p>b</p>', 'It was late. And then — <p>b</p>'],
])('%s', (_, html, expected) => {
  expect(shown(html)).toEqual(expected);
});

test('a link to a paragraph finds its beginning only', () => {
  expect(shown('<p id="x">a<br><br>b</p>').match(/id=/g)).toHaveLength(1);
});
