import { describe, expect, it } from 'vitest';
import { siteName, siteOf } from '../../utils/archive/archive-feed';
import { linkKey } from '../../utils/archive/link-key';

describe('linkKey', () => {
  it.each([
    ['http://www.voachinese.com/a/7944491.html', 'https://voachinese.com/a/7944491.html#top'],
    ['https://e.test/a/?utm_source=rss&utm_medium=feed', 'https://e.test/a'],
    ['https://e.test/a?id=1&fbclid=x&page=2', ' https://E.test/a?id=1&page=2 '],
    ['https://e.test/%E4%B9%A0', 'https://e.test/习'],
  ])('is the same for %s and %s', (a, b) => {
    expect(linkKey(a)).toBe(linkKey(b));
    expect(linkKey(a)).not.toBe('');
  });

  it.each([
    ['https://e.test/a?id=1', 'https://e.test/a?id=2'],
    ['https://e.test/a', 'https://e.test/A'],
    ['https://e.test/a', 'https://f.test/a'],
    ['https://e.test/a', 'https://e.test:8080/a'],
    ['https://e.test/#/post/5', 'https://e.test/#/post/6'],
    ['https://e.test/#!/5', 'https://e.test/#!/6'],
    ['https://e.test/?p=1', 'https://e.test/'],
  ])('tells %s and %s apart', (a, b) => {
    expect(linkKey(a)).not.toBe(linkKey(b));
  });

  it.each(['https://e.test', 'http://www.e.test/#top'])('is empty for the front page %s', (link) => {
    expect(linkKey(link)).toBe('');
    expect(siteOf(link)).toBe('https://e.test/');
  });

  it.each(['', 'javascript:alert(1)', '/a/1.html', 'mailto:a@e.test', 'https://', 'data:text/html,x'])(
    'is empty for %j',
    (link) => {
      expect(linkKey(link)).toBe('');
      expect(siteOf(link)).toBe('');
    },
  );
});

it.each([
  ['http://www.voachinese.com/a/1.html', 'https://voachinese.com/', 'voachinese.com'],
  ['https://user:pw@news.e.test:8443/x', 'https://news.e.test:8443/', 'news.e.test:8443'],
  ['', '', ''],
])('the site of %s is %s', (link, site, name) => {
  expect(siteOf(link)).toBe(site);
  expect(siteName(site)).toBe(name);
});
