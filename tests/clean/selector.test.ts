import { describe, expect, it } from 'vitest';
import { findElements } from '../../utils/clean/find-elements';
import { readSelector } from '../../utils/clean/selector';

const found = (html: string, text: string) => {
  const selector = readSelector(text);
  if ('reason' in selector) throw new Error(`${selector.reason} at ${selector.at}`);
  return findElements(html, selector).map(({ start, end }) => html.slice(start, end));
};

describe('a selector', () => {
  const page =
    '<div class="entry main"><p>one</p><p class="share">two</p><div id="rel"><a href="https://feedx.net/x">three</a></div></div>';

  it.each<[string, string[]]>([
    ['.share', ['<p class="share">two</p>']],
    ['p.share', ['<p class="share">two</p>']],
    ['div.share', []],
    ['#rel', ['<div id="rel"><a href="https://feedx.net/x">three</a></div>']],
    ['.entry.main > p', ['<p>one</p>', '<p class="share">two</p>']],
    ['.entry > a', []],
    ['.entry a', ['<a href="https://feedx.net/x">three</a>']],
    ['div div > a', ['<a href="https://feedx.net/x">three</a>']],
    ['DIV', [page]],
    [
      '* > *',
      [
        '<p>one</p>',
        '<p class="share">two</p>',
        '<div id="rel"><a href="https://feedx.net/x">three</a></div>',
      ],
    ],
    ['[href*=feedx]', ['<a href="https://feedx.net/x">three</a>']],
    ['a[href^="https://feedx.net/"]', ['<a href="https://feedx.net/x">three</a>']],
    ["a[href$='/x']", ['<a href="https://feedx.net/x">three</a>']],
    ['[class~=main]', [page]],
    ['[class|=entry]', []],
    ['p[class]', ['<p class="share">two</p>']],
    ['[href*=""]', []],
  ])('%s', (selector, expected) => {
    expect(found(page, selector)).toEqual(expected);
  });

  it.each<[string, string, number]>([
    ['', 'missing', 0],
    ['  ', 'missing', 0],
    ['.', 'missing', 1],
    ['div >', 'missing', 5],
    ['> p', 'sign', 0],
    ['a, b', 'sign', 1],
    ['p:has(img)', 'sign', 1],
    ['p::before', 'sign', 1],
    ['p + p', 'sign', 2],
    ['[href="x', 'sign', 0],
    ['a[href=]', 'sign', 1],
    ['<script>', 'sign', 0],
    ['1a', 'sign', 0],
    ['a '.repeat(30), 'sign', 39],
  ])('%j is none: %s at %i', (text, reason, at) => {
    expect(readSelector(text)).toEqual({ reason, at });
  });

  it.each([
    [
      'what is never closed ends with what it stands in',
      '<div><p class=x>a<p>b</div>c',
      '.x',
      ['<p class=x>a'],
    ],
    ['an item ends where the next begins', '<ul><li class=x>a<li>b</ul>', '.x', ['<li class=x>a']],
    [
      'a list in an item is a part of it',
      '<li class=x><ul><li>a<li>b</ul></li>',
      '.x',
      ['<li class=x><ul><li>a<li>b</ul></li>'],
    ],
    ['a paragraph in a cell does not end the one around the table', '<p class=x>', '.x', ['<p class=x>']],
    ['close tags of nothing are passed over', '<b class=x></i>a</b>', '.x', ['<b class=x></i>a</b>']],
    ['what is empty has no inside', '<img class=x>a', '.x', ['<img class=x>']],
    ['scripts hold no elements', '<script><p class=x></script><p class=x>a</p>', '.x', ['<p class=x>a</p>']],
    [
      'entities are read',
      '<a href="/?a=1&amp;b=2">x</a>',
      '[href="/?a=1&b=2"]',
      ['<a href="/?a=1&amp;b=2">x</a>'],
    ],
  ])('%s', (_, html, selector, expected) => {
    expect(found(html, selector)).toEqual(expected);
  });

  it('takes time in proportion, whatever the nesting and the selector', () => {
    const started = performance.now();
    const deep = `${'div '.repeat(18)}> p`;
    for (const piece of [
      '<div>',
      '<b>',
      '</b>',
      '<p>a',
      '<li>',
      '<td>',
      '<b><hr>',
      '<p><table>',
      '<div></b>',
    ])
      found(piece.repeat(100_000), deep);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
