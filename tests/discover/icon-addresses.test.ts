import { describe, expect, test } from 'vitest';
import { iconAddresses, isOwnAnswer } from '../../utils/discover/icon-addresses';

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
