import { expect, test } from 'vitest';
import { shownBlocks } from '../../components/shared/shown-blocks';
import { renderBody } from '../../utils/article/render';
import { splitBlocks } from '../../utils/text/blocks';

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

const long =
  '特朗普曾表示要继续对北京采取强硬的政策立场，他在总统大选的选战中还曾威胁要加征关税，两人也表示要促成美中关系的健康发展。';
const line = (text: string) => `<span class="line">${text}</span>`;

test.each([
  [
    'long lines between single breaks are paragraphs, and stay one block',
    `<p>${long}<br>${long}</p>`,
    `<p>${line(long)}<br>${line(long)}</p>`,
  ],
  [
    'indented ones lose their indents, also where the first has lost it on the way',
    `${long}<br>\n　　${long}<br>　　中新社北京电，完。`,
    `<p>${line(long)}<br>${line(long)}<br>${line('中新社北京电，完。')}</p>`,
  ],
  ['lines of an address stay', '<p>北京市朝阳区<br>某某路一号</p>', '<p>北京市朝阳区<br>某某路一号</p>'],
  ['a text without markup has its newlines', `${long}\n${long}`, `${line(`${long}\n`)}${line(long)}`],
  [
    'or its empty lines, where its lines are short',
    'The harbour\nat nine\n\nBoats\n \nand more',
    `${line('The harbour\nat nine\n\n')}${line('Boats\n \n')}${line('and more')}`,
  ],
  ['newlines beside markup are none', `<b>a</b>\n\n${long}`, `<b>a</b>\n\n${long}`],
  ['indents of no-break spaces go', '<p>&nbsp;&nbsp;&nbsp;夜里</p>', '<p>夜里</p>'],
  ['one of them is none', '<p>&nbsp;夜里</p>', '<p>&nbsp;夜里</p>'],
  [
    'sections in sections are paragraphs, empty ones nothing',
    `<section><section><span>${long}</span></section></section><section><br></section><section>${long}</section><section>完</section>`,
    `<section><p><span>${long}</span></p></section><p>${long}</p><p>完</p>`,
  ],
  [
    'short ones may be verses',
    '<div>床前明月光，</div><div><br></div><div>疑是地上霜。</div>',
    '<div>床前明月光，</div><div><br></div><div>疑是地上霜。</div>',
  ],
  [
    'cells and small print stay what they are',
    `<div><small>${long}</small></div><table><tbody><tr><td><div>${long}</div><div>${long}</div></td></tr></tbody></table>`,
    expect.stringMatching(/^<div><small>.*<td><div>.*<\/div><div>/),
  ],
])('%s', (_, html, expected) => {
  expect(shown(html)).toEqual(expected);
});

test('what is set as paragraphs is still the blocks of its HTML', () => {
  const html = `<p>${long}<br>${long}</p><div>${long}</div><div>${long}</div>`;
  const holder = document.createElement('div');
  holder.innerHTML = shown(html);
  expect(shownBlocks(holder).map(({ picked }) => picked.text)).toEqual(
    splitBlocks(html).map(({ text }) => text),
  );
});

test.each([
  `<p>${long}<br>${long}</p>`,
  `${long}\n${long}\n　　${long}`,
  'The harbour\nat nine\n\nBoats\n \nand more',
  `<section><section>${long}</section></section><section>${long}</section>`,
])('what was set once is set the same again: %s', (html) => {
  const once = shown(html);
  expect(shown(once)).toBe(once);
});
