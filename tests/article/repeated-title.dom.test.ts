import { expect, test } from 'vitest';
import { renderBody } from '../../utils/article/render';

const title = '习近平与普京举行视频会晤';

function shown(html: string): string {
  const holder = document.createElement('div');
  holder.append(renderBody(html, { base: 'https://site.test/a.html' }, title).content);
  return holder.innerHTML;
}

test.each([
  ['a heading', `<h1>${title}</h1><p>a</p>`, '<p>a</p>'],
  [
    'with other marks and spaces',
    `<div><h2> 习近平与普京，举行视频会晤！</h2></div><p>a</p>`,
    '<div></div><p>a</p>',
  ],
  ['a paragraph', `<p><strong>${title}</strong></p><p>a</p>`, '<p>a</p>'],
])('%s that says the title again goes', (_, html, expected) => {
  expect(shown(html)).toBe(expected);
});

test.each([
  ['all that the article says', `<p>${title}</p>`],
  ['not at its beginning', `<p>a</p><h2>${title}</h2>`],
  ['a part of a paragraph', `<p><b>${title}</b>，双方说</p>`],
  ['a link to elsewhere', `<p><a id="user-content-x">${title}</a></p><p>a</p>`],
])('it stays where it is %s', (_, html) => {
  expect(shown(html)).toBe(html);
});
