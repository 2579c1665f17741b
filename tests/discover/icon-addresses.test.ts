import { describe, expect, test } from 'vitest';
import { iconAddresses, iconPage, iconsOnPage, isOwnAnswer } from '../../utils/discover/icon-addresses';

const at = (url: string, siteUrl = '', iconUrl = '') =>
  iconAddresses({ siteUrl, iconUrl, sources: [{ url }] });

describe("an icon is asked for at the feed's own site alone", () => {
  test.each<[string, string, string, string, string[]]>([
    ['its site', 'https://a.example/feed', 'https://a.example/', '', ['https://a.example/favicon.ico']],
    [
      'with www',
      'https://a.example/feed',
      'https://www.a.example/b/',
      '',
      ['https://www.a.example/favicon.ico'],
    ],
    ['a subdomain', 'https://feeds.a.example/x', 'https://a.example/', '', ['https://a.example/favicon.ico']],
    ['no site named', 'https://a.example/feed', '', '', ['https://a.example/favicon.ico']],
    [
      'the icon it names, second',
      'https://a.example/feed',
      'https://a.example/',
      'https://a.example/logo.png',
      ['https://a.example/favicon.ico', 'https://a.example/logo.png'],
    ],
    [
      'an icon elsewhere',
      'https://a.example/feed',
      '',
      'https://cdn.test/logo.png',
      ['https://a.example/favicon.ico'],
    ],
    ['a site elsewhere', 'https://feedproxy.test/a', 'https://a.example/', '', []],
    ['a site that only ends alike', 'https://nota.example/a', 'https://a.example/', '', []],
    [
      'an icon service',
      'https://a.example/feed',
      '',
      'https://www.google.com/s2/favicons?domain=a.example',
      ['https://a.example/favicon.ico'],
    ],
    ['a router', 'http://192.168.0.1/feed', '', '', []],
    ['this machine', 'http://127.0.0.1:8080/feed', 'http://127.0.0.1:8080/', '', []],
    ['a site in the house', 'https://a.example/feed', 'http://router.local/', 'http://192.168.0.1/a.png', []],
    ['no web address', 'https://a.example/feed', 'javascript:alert(1)', 'data:image/svg+xml,<svg/>', []],
    ['a password', 'https://u:p@a.example/feed', '', '', []],
  ])('%s', (_, url, site, icon, addresses) => {
    expect(at(url, site, icon)).toEqual(addresses);
  });

  test('an archive without an address has none', () => {
    expect(iconAddresses({ siteUrl: 'https://a.example/', iconUrl: '', sources: [] })).toEqual([]);
  });
});

test.each<[string, string, boolean]>([
  ['https://a.example/favicon.ico', 'https://www.a.example/favicon.ico', true],
  ['https://a.example/favicon.ico', 'https://static.a.example/x.png', true],
  ['https://a.example/favicon.ico', 'https://b.example/favicon.ico', false],
  ['https://a.example/favicon.ico', 'http://192.168.0.1/favicon.ico', false],
])('asked at %s, answered by %s: %s', (asked, answered, isOwn) => {
  expect(isOwnAnswer(asked, answered)).toBe(isOwn);
});

describe("what a page names is believed of the page's own site alone", () => {
  const onPage = (head: string) =>
    iconsOnPage(`<!DOCTYPE html><html><head>${head}</head>`, 'https://a.example/b/');
  test.each<[string, string, string[]]>([
    ['an icon', '<link rel="icon" href="/i.png">', ['https://a.example/i.png']],
    ['an old one', "<LINK REL='shortcut icon' HREF=i.ico>", ['https://a.example/b/i.ico']],
    [
      'of two kinds, the icon first',
      '<link rel=apple-touch-icon href=/t.png><link rel=icon href=/i.png>',
      ['https://a.example/i.png', 'https://a.example/t.png'],
    ],
    [
      'in a subdomain',
      '<link rel=icon href=https://static.a.example/i.png>',
      ['https://static.a.example/i.png'],
    ],
    ['by a base of its own', '<base href="/c/"><link rel=icon href=i.png>', ['https://a.example/c/i.png']],
    [
      'three of ten',
      Array.from({ length: 10 }, (_, i) => `<link rel=icon href=/${i}.png>`).join(''),
      [0, 1, 2].map((i) => `https://a.example/${i}.png`),
    ],
    ['twice the same', '<link rel=icon href=/i.png><link rel=icon href=/i.png>', ['https://a.example/i.png']],
    ['an SVG', '<link rel=icon type=image/svg+xml href=/i><link rel=icon href=/i.svg>', []],
    ['a mask', '<link rel=mask-icon href=/i.png>', []],
    ['elsewhere', '<link rel=icon href=https://tracker.test/i.png>', []],
    ['by a base elsewhere', '<base href=https://tracker.test/><link rel=icon href=i.png>', []],
    ['a look-alike', '<link rel=icon href=https://nota.example/i.png>', []],
    ['a user name', '<link rel=icon href=https://a.example@tracker.test/i.png>', []],
    ['a password', '<link rel=icon href=https://u:p@a.example/i.png>', []],
    [
      'in the house',
      '<link rel=icon href=http://192.168.0.1/i.png><link rel=icon href=http://0x7f.1/i.png>',
      [],
    ],
    ['backslashes', '<link rel=icon href="\\\\tracker.test\\i.png">', []],
    [
      'script and data',
      '<link rel=icon href=javascript:alert(1)><link rel=icon href=data:image/png;base64,iVBORw0KGgo=>',
      [],
    ],
    [
      'in a comment, a script, a text',
      '<!--<link rel=icon href=/a.png>--><script>"<link rel=icon href=/b.png>"</script><textarea><link rel=icon href=/c.png></textarea>',
      [],
    ],
  ])('%s', (_, head, icons) => {
    expect(onPage(head)).toEqual(icons);
  });

  test.each<[string, string, string | null]>([
    ['https://a.example/feed', 'https://a.example/blog/', 'https://a.example/blog/'],
    ['https://a.example/feed', '', 'https://a.example/'],
    ['https://feedproxy.test/a', 'https://a.example/', null],
    ['https://a.example/feed', 'http://192.168.0.1/', null],
    ['http://127.0.0.1/feed', '', null],
  ])('of a feed at %s with the site %s the page is %s', (url, siteUrl, page) => {
    expect(iconPage({ siteUrl, sources: [{ url }] })).toBe(page);
  });
});
