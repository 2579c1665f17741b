import { describe, expect, it } from 'vitest';
import {
  addressKey,
  isPrivateHost,
  originPatterns,
  parseAddress,
  sameAddress,
} from '../../utils/text/address';
import { bestTime } from '../discover/growth';

describe('parseAddress', () => {
  it.each([
    // typed, url, scheme was typed
    ['https://example.com/feed.xml', 'https://example.com/feed.xml', true],
    ['http://example.com', 'http://example.com/', true],
    ['HTTPS://EXAMPLE.com/Feed', 'https://example.com/Feed', true],
    ['http:/example.com/a', 'http://example.com/a', true],
    ['https:example.com/a', 'https://example.com/a', true],
    ['https:\\\\example.com\\feed', 'https://example.com/feed', true],
    ['https//example.com/a', 'https://example.com/a', true],
    ['example.com', 'https://example.com/', false],
    ['example.com.', 'https://example.com/', false],
    ['www.example.com/feed?x=1&y=%20#top', 'https://www.example.com/feed?x=1&y=%20', false],
    ['example.com:8080/rss', 'https://example.com:8080/rss', false],
    ['example.com?feed=rss2', 'https://example.com/?feed=rss2', false],
    ['//example.com/feed', 'https://example.com/feed', false],
    ['中文网.中国/feed', 'https://xn--fiq228c5hs.xn--fiqs8s/feed', false],
    ['feed:https://example.com/rss', 'https://example.com/rss', true],
    ['feed:http://example.com/rss', 'http://example.com/rss', true],
    ['FEED://example.com/rss', 'https://example.com/rss', false],
    ['feed:example.com/rss', 'https://example.com/rss', false],
    ['feed://https://example.com/rss', 'https://example.com/rss', true],
    ['feed://https//example.com/rss', 'https://example.com/rss', true],
    ['feed: https://example.com/rss', 'https://example.com/rss', true],
    ['web+feed:https://example.com/rss', 'https://example.com/rss', true],
    ['web+feed://example.com/rss', 'https://example.com/rss', false],
    ['web+feed:https%3A%2F%2Fexample.com%2Frss%3Fa%3D1', 'https://example.com/rss?a=1', true],
    ['web%2Bfeed:x', null, null],
    ['feed:feed:https://example.com/rss', 'https://example.com/rss', true],
    ['itpc://example.com/cast', 'https://example.com/cast', false],
    ['view-source:https://example.com/rss', 'https://example.com/rss', true],
    ['  \n\thttps://example.com/a\u00a0\u200b ', 'https://example.com/a', true],
    ['\ufeffhttps://example.com/', 'https://example.com/', true],
    ['<https://example.com/a>', 'https://example.com/a', true],
    ['“https://example.com/a”', 'https://example.com/a', true],
    ['《example.com》', 'https://example.com/', false],
    ['https://exam\nple.com/a', 'https://example.com/a', true],
    ['https://example.com/a b', 'https://example.com/a%20b', true],
    ['ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ／ｆｅｅｄ', 'https://example.com/feed', true],
    ['https：//example。com/feed', 'https://example.com/feed', true],
    ['example。com/分类：新闻', 'https://example.com/%E5%88%86%E7%B1%BB%EF%BC%9A%E6%96%B0%E9%97%BB', false],
    ['　example．com　', 'https://example.com/', false],
    ['@Gargron@mastodon.social', 'https://mastodon.social/@Gargron', false],
    ['localhost:8080/feed', 'http://localhost:8080/feed', false],
    ['127.0.0.1:8000', 'http://127.0.0.1:8000/', false],
    ['[::1]:8000/x', 'http://[::1]:8000/x', false],
    ['nas.local/rss', 'http://nas.local/rss', false],
    ['http://nas/rss', 'http://nas/rss', true],
    ['https://user:secret@example.com/rss', 'https://user:secret@example.com/rss', true],
    ['', null, null],
    ['   ', null, null],
    ['hello', null, null],
    ['hello world', null, null],
    ['see example.com', null, null],
    ['see https://example.com/a?b=1 and more', 'https://example.com/a?b=1', true],
    ['【标题】https://b23.example/x', 'https://b23.example/x', true],
    ['订阅：https://example.com/feed，谢谢', 'https://example.com/feed', true],
    ['javascript:alert(1)//https://example.com', null, null],
    ['javascript:https://example.com', null, null],
    ['data:text/html, https://example.com', null, null],
    ['3.14', null, null],
    ['2130706433', null, null],
    ['someone@example.com', null, null],
    ['javascript:alert(1)', null, null],
    ['JavaScript://example.com/%0aalert(1)', null, null],
    ['feed:javascript:alert(1)', null, null],
    ['feed:data:text/xml,<rss/>', null, null],
    ['data:text/html,x', null, null],
    ['file:///etc/passwd', null, null],
    ['vbscript:x', null, null],
    ['mailto:a@example.com', null, null],
    ['chrome-extension://abc/options.html', null, null],
    ['moz-extension://abc/options.html', null, null],
    ['about:blank', null, null],
    ['ftp://example.com/', null, null],
    ['https://', null, null],
    ['https://.', null, null],
    ['https://exa mple.com/', null, null],
    ['https://example.com:99999/', null, null],
    ['https://[::1', null, null],
    ['https%3A%2F%2Fexample.com%2', null, null],
    [`https://example.com/${'a'.repeat(9000)}`, null, null],
  ])('reads %j as %j', (typed, url, typedScheme) => {
    expect(parseAddress(typed)).toEqual(url === null ? null : { url, typedScheme });
  });

  it('reads its own answers as themselves', () => {
    const first = parseAddress('feed:example.com/分类：新闻?a=%E4')?.url ?? '';
    expect(parseAddress(first)).toEqual({ url: first, typedScheme: true });
  });

  it('takes no long time over any text', () => {
    for (const piece of [' ', '<', '.', '/', ':', '@', '%', 'feed:', 'a.', '：', '[']) {
      const text = piece.repeat(Math.floor(8192 / piece.length));
      expect(bestTime(() => parseAddress(text), 99)).toBeLessThan(100);
    }
  });
});

describe('isPrivateHost', () => {
  it.each([
    ...[
      'localhost',
      'LOCALHOST',
      'localhost.',
      'localhost..',
      'a.localhost',
      'localhost.localdomain',
      'ip6-localhost',
    ],
    ...[
      '127.0.0.1',
      '127.0.0.1.',
      '127.1',
      '127.0.1',
      '127.255.255.254',
      '2130706433',
      '0x7f000001',
      '0x7f.1',
    ],
    ...[
      '0177.0.0.1',
      '017700000001',
      '0X7F.0.0.1',
      '127.0x0.0.1',
      '１２７．０．０．１',
      '127。0。0。1',
      '①②⑦.0.0.1',
    ],
    ...['%31%32%37.0.0.1', '0', '0.0.0.0', '0x0', '0.1.2.3', '127.0.0.1:8080', 'localhost:80'],
    ...['10.0.0.1', '10.255.255.255', '167772161', '012.0.0.1', '0xa.0.0.1', '172.16.0.1', '172.31.255.255'],
    ...[
      '192.168.0.1',
      '192.168.257',
      '3232235521',
      '0xc0a80001',
      '192.0.0.1',
      '198.18.0.1',
      '198.19.255.255',
    ],
    ...[
      '169.254.169.254',
      '2852039166',
      '0xa9fea9fe',
      '0251.0376.0251.0376',
      '100.64.0.1',
      '100.127.255.255',
    ],
    ...['224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255'],
    ...[
      '[::1]',
      '::1',
      '[0:0:0:0:0:0:0:1]',
      '[0000::0001]',
      '[::]',
      '[::]:80',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
    ],
    ...[
      '[::FFFF:0a00:0001]',
      '[::ffff:0:127.0.0.1]',
      '[::127.0.0.1]',
      '[::ffff:169.254.169.254]',
      '[::ffff:c0a8:1]',
    ],
    ...['[64:ff9b::127.0.0.1]', '[64:ff9b::a00:1]', '[64:ff9b:1::1]', '[2002:7f00:1::]', '[2002:c0a8:1::1]'],
    ...[
      '[2001:0:1::80ff:fffe]',
      '[fc00::1]',
      '[fd12:3456:789a::1]',
      '[fdff::]',
      '[fe80::1]',
      '[febf::1]',
      '[fec0::1]',
    ],
    ...['[fe80::1%25eth0]', '[ff02::1]', '[100::1]'],
    ...[
      'nas.local',
      'NAS.LOCAL.',
      'printer.office.local',
      'metadata.google.internal',
      'a.internal',
      'x.home.arpa',
    ],
    ...[
      'home.arpa',
      'router.lan',
      'fritz.home',
      'wiki.corp',
      'wiki.intranet',
      'a.private',
      'ｌｏｃａｌｈｏｓｔ',
      'nas',
      'wiki.',
    ],
    ...[
      '',
      '.',
      ' ',
      'a b',
      '[::1',
      'example.com/',
      'example.com#.local',
      'u@example.com',
      'example.com\\',
      '1.2.3.4.5',
    ],
  ])('%j is private', (host) => {
    expect(isPrivateHost(host)).toBe(true);
  });

  it.each([
    ...['example.com', 'example.com.', 'EXAMPLE.com', 'example.com:8080', 'a.test', 'local.example.com'],
    ...['localhost.example.com', 'internal.example', 'my-local.com', 'notlocalhost.com', '127.0.0.1.nip.io'],
    ...['arpa.example', 'xn--fiq228c5hs.xn--fiqs8s', '中文网.中国', 'feedx.net', '10.example.com'],
    ...['1.1.1.1', '8.8.8.8', '134744072', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0'],
    ...['126.255.255.255', '128.0.0.0', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0'],
    ...['192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255', '192.0.1.1'],
    ...['[2606:4700::1111]', '2606:4700::1111', '[::ffff:8.8.8.8]', '[64:ff9b::8.8.8.8]', '[2002:808:808::]'],
    ...['[2001:0:1::f7f7:f7f7]', '[2a00:1450:4001:80b::200e]:443', '[fe00::1]', '[fbff::1]'],
  ])('%j is public', (host) => {
    expect(isPrivateHost(host)).toBe(false);
  });
});

describe('originPatterns', () => {
  it.each([
    ['https://example.com/feed', ['*://example.com/*', '*://www.example.com/*']],
    ['http://www.example.com:8080/feed', ['*://www.example.com/*', '*://example.com/*']],
    ['https://news.example.co.uk/', ['*://news.example.co.uk/*']],
    ['https://example.com.cn/', ['*://example.com.cn/*', '*://www.example.com.cn/*']],
    ['https://blog.example.com/', ['*://blog.example.com/*']],
    ['https://中文网.中国/', ['*://xn--fiq228c5hs.xn--fiqs8s/*', '*://www.xn--fiq228c5hs.xn--fiqs8s/*']],
    ['http://127.0.0.1:8080/feed', ['http://127.0.0.1/*']],
    ['http://0x7f.1/feed', ['http://127.0.0.1/*']],
    ['https://localhost/feed', ['https://localhost/*']],
    ['http://[::1]:80/', ['http://[::1]/*']],
    ['http://nas.local/', ['http://nas.local/*']],
    ['https://1.1.1.1/', ['*://1.1.1.1/*']],
    ['file:///etc/passwd', []],
    ['javascript:alert(1)', []],
    ['nonsense', []],
  ])('asks for %j with %j', (address, patterns) => {
    expect(originPatterns(address)).toEqual(patterns);
  });
});

describe('sameAddress', () => {
  it.each([
    ['http://example.com/feed', 'https://example.com/feed'],
    ['https://www.example.com/feed/', 'http://example.com/feed'],
    ['https://example.com', 'https://example.com/'],
    ['https://EXAMPLE.com:443/a', 'http://example.com:80/a'],
    ['https://example.com/feed/?a=1', 'https://example.com/feed?a=1'],
    ['https://example.com/a#b', 'https://example.com/a'],
    ['https://example.com./a', 'https://example.com/a'],
  ])('%j is %j', (a, b) => {
    expect(sameAddress(a, b)).toBe(true);
  });

  it.each([
    ['https://example.com/feed', 'https://example.com/Feed'],
    ['https://example.com/feed?a=1', 'https://example.com/feed?a=2'],
    ['https://example.com/feed', 'https://example.com/feed/atom'],
    ['https://a.example.com/', 'https://example.com/'],
    ['https://example.com:8080/', 'https://example.com/'],
    ['one thing', 'another thing'],
  ])('%j is not %j', (a, b) => {
    expect(sameAddress(a, b)).toBe(false);
  });

  it('gives a key in linear time', () => {
    const address = `https://example.com/${'/'.repeat(1_000_000)}a`;
    expect(bestTime(() => addressKey(address), 99)).toBeLessThan(100);
  });
});
