import { expect, test } from 'vitest';
import { breakHeadings, phrasesOf } from '../../utils/article/phrases';

test.each([
  ['特朗普2.0对华政策的五个看点', 'zh-Hans'],
  ['公众号：为什么“慢阅读”又回来了？', 'zh-CN'],
  ['日本語の文章です。', 'ja'],
])('%s is cut between words, and loses nothing', (text, language) => {
  const pieces = phrasesOf(text, language);
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.join('')).toBe(text);
  // no line begins with what leans on the word before it, or ends with what opens
  expect(pieces.slice(1).filter((piece) => /^[的了：”？。]/.test(piece))).toEqual([]);
  expect(pieces.slice(0, -1).filter((piece) => /[“（《]$/.test(piece))).toEqual([]);
});

test('a short quotation stays on one line', () => {
  expect(phrasesOf('公众号：为什么“慢阅读”又回来了？', 'zh-CN')).toContain('“慢阅读”');
});

test.each([
  ['A headline', 'en'],
  ['', 'zh-Hans'],
  ['한국어 제목', 'ko'],
  ['字'.repeat(301), 'zh-Hans'],
])('%j stays whole', (text, language) => {
  expect(phrasesOf(text, language)).toEqual([text]);
});

test('headings in an article break between words, and say the same', () => {
  const { content } = Object.assign(document.createElement('template'), {
    innerHTML: '<h2>二、<b>谁</b>有能力接盘这家公司</h2><p>有能力接盘这家公司</p><h3>Day</h3>',
  });
  const before = content.textContent;
  breakHeadings(content, 'zh-Hans');
  expect(content.querySelectorAll('h2 .phrase').length).toBeGreaterThan(1);
  expect(content.querySelectorAll('p .phrase, h3 .phrase').length).toBe(0);
  expect(content.textContent).toBe(before);
});
