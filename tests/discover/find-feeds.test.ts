import { describe, expect, it } from 'vitest';
import { findFeeds } from '../../utils/discover/find-feeds';
import { expectLinear } from './growth';

const page = 'https://example.com/blog/post.html';

function urls(html: string, at = page): string[] {
  return findFeeds(html, at).map(({ url }) => url);
}

describe('announced feeds', () => {
  it.each([
    ['<link rel="alternate" type="application/rss+xml" href="/feed">', 'https://example.com/feed'],
    [
      '<link rel="alternate" type="application/atom+xml" href="feed.atom">',
      'https://example.com/blog/feed.atom',
    ],
    [
      '<link rel="alternate" type="application/feed+json" href="/feed.json">',
      'https://example.com/feed.json',
    ],
    ['<link rel="alternate" type="application/json" href="/feed.json">', 'https://example.com/feed.json'],
    ['<link rel="alternate" type="application/rdf+xml" href="/index.rdf">', 'https://example.com/index.rdf'],
    ['<link rel="alternate" type="text/xml" href="/x.xml">', 'https://example.com/x.xml'],
    ['<link rel="alternate" type="application/rss+xml; charset=utf-8" href="/a">', 'https://example.com/a'],
    ['<link rel="alternate" type="application/x-rss+xml" href="/a">', 'https://example.com/a'],
    ['<LINK REL="Alternate" TYPE="Application/RSS+XML" HREF="/Feed">', 'https://example.com/Feed'],
    ["<link rel='alternate' type='application/rss+xml' href='/feed'/>", 'https://example.com/feed'],
    ['<link rel=alternate type=application/rss+xml href=/feed>', 'https://example.com/feed'],
    ['<link href="/feed" type="application/rss+xml" rel="home alternate">', 'https://example.com/feed'],
    ['<link rel="feed" href="/updates">', 'https://example.com/updates'],
    ['<link rel="service.feed" type="application/atom+xml" href="/a">', 'https://example.com/a'],
    ['<link rel="alternate" href="/feed.xml">', 'https://example.com/feed.xml'],
    [
      '<link rel="alternate" type="application/rss+xml" href="//cdn.example.net/f">',
      'https://cdn.example.net/f',
    ],
    [
      '<link rel="alternate" type="application/rss+xml" href="/f?a=1&amp;b=2">',
      'https://example.com/f?a=1&b=2',
    ],
    ['<link rel="alternate" type="application/rss+xml" href=" /f#top ">', 'https://example.com/f'],
    [
      '<link rel="alternate" type="application/rss+xml" href="feed:https://a.example/f">',
      'https://a.example/f',
    ],
    ['<link rel="alternate" type="application/rss+xml" href="feed://a.example/f">', 'https://a.example/f'],
    ['<body><p>late<link rel="alternate" type="application/rss+xml" href="/f">', 'https://example.com/f'],
    ['<link\n rel="alternate"\n type="application/rss+xml"\n href="/f"\n>', 'https://example.com/f'],
    ['<link rel="alternate" type="application/rss+xml" title="a > b" href="/f">', 'https://example.com/f'],
  ])('%s', (html, url) => {
    expect(findFeeds(html, page)).toMatchObject([{ url, rank: 0 }]);
  });

  it.each([
    '<link rel="stylesheet" href="/feed.css">',
    '<link rel="alternate stylesheet" type="text/css" href="/feed">',
    '<link rel="alternate" hreflang="de" href="/de/">',
    '<link rel="alternate" type="text/html" href="/feed/">',
    '<link rel="alternate" type="application/json+oembed" href="/oembed?url=feed">',
    '<link rel="alternate" type="text/xml+oembed" href="/oembed">',
    '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">',
    '<link rel="canonical" type="application/rss+xml" href="/feed">',
    '<link rel="alternate" type="application/rss+xml">',
    '<link rel="alternate" type="application/rss+xml" href="">',
    '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
    '<link rel="alternate" type="application/rss+xml" href="data:text/xml,<rss/>">',
    '<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">',
    '<link rel="alternate" type="application/rss+xml" href="feed:javascript:alert(1)">',
    '<link rel="alternate" type="application/rss+xml" href="https://">',
    '<link rel="alternate" type="application/rss+xml" href="http://127.0.0.1/feed">',
    '<link rel="alternate" type="application/rss+xml" href="http://2130706433/feed">',
    '<link rel="alternate" type="application/rss+xml" href="http://[::ffff:7f00:1]/feed">',
    '<link rel="alternate" type="application/rss+xml" href="http://router.local/feed">',
    '<!-- <link rel="alternate" type="application/rss+xml" href="/feed"> -->',
    '<script>"<link rel=alternate type=application/rss+xml href=/feed>"</script>',
    '<style><link rel=alternate type=application/rss+xml href=/feed></style>',
    '<textarea><link rel=alternate type=application/rss+xml href=/feed></textarea>',
    '<title><link rel=alternate type=application/rss+xml href=/feed></title>',
    '<meta http-equiv="refresh" content="0; url=/feed">',
  ])('not %s', (html) => {
    expect(findFeeds(html, page)).toEqual([]);
  });

  it('gives titles as plain text', () => {
    const html =
      '<link rel="alternate" type="application/rss+xml" title=" A &amp;amp;\n &lt;b&gt;B&lt;/b&gt; 新闻 " href="/f">';
    expect(findFeeds(html, page)[0]?.title).toBe('A &amp; <b>B</b> 新闻');
  });

  it('resolves against base, wherever it stands', () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="feed">';
    expect(urls(`<base href="https://other.example/a/">${link}`)).toEqual(['https://other.example/a/feed']);
    expect(urls(`${link}<base href="/first/"><base href="/second/">`)).toEqual([
      'https://example.com/first/feed',
    ]);
    expect(urls(`<base href="javascript:alert(1)">${link}`)).toEqual(['https://example.com/blog/feed']);
    expect(urls(`<base target="_blank">${link}`)).toEqual(['https://example.com/blog/feed']);
  });

  it('gives each feed once', () => {
    const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
    const html = ['/feed', '/feed/', 'http://www.example.com/feed', '/comments/feed'].map(link).join('');
    expect(urls(`${html}<a href="/feed">RSS</a>`)).toEqual([
      'https://example.com/feed',
      'https://example.com/comments/feed',
    ]);
  });

  it('lets a private page name its own network', () => {
    const html = '<link rel="alternate" type="application/rss+xml" href="/feed">';
    expect(urls(html, 'http://127.0.0.1:8080/')).toEqual(['http://127.0.0.1:8080/feed']);
  });

  it('gives nothing for an address that is none', () => {
    expect(findFeeds('<link rel="feed" href="/feed">', 'about:blank')).toEqual([]);
  });
});

describe('links that look like feeds', () => {
  it.each([
    ...[
      '/feed',
      '/feed/',
      '/rss',
      '/rss.xml',
      '/feed.xml',
      '/atom.xml',
      '/index.xml',
      '/blog/index.rdf',
      '/feed.json',
    ],
    ...[
      '/news.rss',
      '/?feed=rss2',
      '/index.php?option=x&format=feed',
      '/feeds/posts/default',
      '/rss/world.xml',
    ],
    ...[
      '/forum.php?mod=rss',
      '/world_rss.xml',
      'https://feeds.feedburner.com/example',
      'https://rss.example.org/all',
    ],
    ...['feed:https://example.com/all.xml'],
  ])('%s', (href) => {
    expect(findFeeds(`<a href="${href}">here</a>`, page)).toMatchObject([{ rank: 2 }]);
  });

  it.each([
    ...[
      '/',
      '/about',
      '/feedback',
      '/rssi',
      '/atomic',
      '/sitemap.xml',
      '/opensearch.xml',
      '/feed.html',
      '/rss.png',
    ],
    ...[
      'https://feedly.com/i/subscription/feed/https://example.com/feed',
      'mailto:feed@example.com',
      '#feed',
    ],
    ...[
      'https://add.my.yahoo.com/rss?url=x',
      '/xmlrpc.php',
      '/rsd.xml',
      'javascript:feed()',
      'http://10.0.0.1/feed',
    ],
  ])('not %s', (href) => {
    expect(findFeeds(`<a href="${href}">here</a>`, page)).toEqual([]);
  });

  it('knows them by type and by text', () => {
    expect(findFeeds('<a type="application/rss+xml" href="/x">all</a>', page)).toMatchObject([
      { title: 'all' },
    ]);
    expect(findFeeds('<a href="/x"><img src="i.png"> <b>RSS</b></a>', page)).toMatchObject([
      { title: 'RSS' },
    ]);
    expect(findFeeds('<a href="/x">RSS 订阅</a><a href="/y">訂閱</a>', page)).toHaveLength(2);
    expect(findFeeds('<a href="/x"></a><a href="/y">RSS</a>', page)).toMatchObject([
      { url: 'https://example.com/y' },
    ]);
    expect(findFeeds('<a href="/x">Read why RSS is not dead</a>', page)).toEqual([]);
  });

  it('rank below what is announced', () => {
    const html =
      '<a href="/rss/all.xml">RSS</a><link rel="alternate" type="application/rss+xml" href="/feed"><a href="/x.rss">x</a>';
    const links = findFeeds(html, page);
    expect(links.map(({ rank }) => rank)).toEqual([0, 2, 2]);
  });
});

describe('what made the page', () => {
  it.each([
    ['WordPress 6.8', ['https://example.com/feed/', 'https://example.com/comments/feed/']],
    ['Ghost 5.1', ['https://example.com/rss/']],
    ['Hugo 0.140', ['https://example.com/index.xml']],
    ['Jekyll v4', ['https://example.com/feed.xml']],
    ['Hexo 7', ['https://example.com/atom.xml', 'https://example.com/rss2.xml']],
    ['blogger', ['https://example.com/feeds/posts/default', 'https://example.com/feeds/comments/default']],
    ['Discourse 3.5', ['https://example.com/latest.rss']],
    ['Typecho 1.2', ['https://example.com/feed/', 'https://example.com/feed/comments/']],
    ['Discuz! X3.4', ['https://example.com/forum.php?mod=rss']],
    ['Something else', []],
  ])('%s', (generator, expected) => {
    const links = findFeeds(`<meta name="Generator" content="${generator}">`, page);
    expect(links.map(({ url }) => url)).toEqual(expected);
    expect(links.every(({ rank }) => rank === 1)).toBe(true);
  });

  it('finds the feed of a WordPress category', () => {
    const html = '<meta name="generator" content="WordPress 6.8">';
    expect(urls(html, 'https://example.com/category/news/world/')[0]).toBe(
      'https://example.com/category/news/world/feed/',
    );
    expect(urls(html, 'https://example.com/?cat=3')[0]).toBe('https://example.com/?cat=3&feed=rss2');
    const unnamed = '<link rel="stylesheet" href="https://example.com/wp-content/themes/x/style.css">';
    expect(urls(unnamed)).toEqual(['https://example.com/feed/']);
  });

  it('knows Substack under a domain of its own', () => {
    expect(urls('<link rel="preconnect" href="https://substackcdn.com/">')).toEqual([
      'https://example.com/feed',
    ]);
  });

  it('says nothing where the page announces its feed', () => {
    const html =
      '<meta name="generator" content="WordPress 6"><link rel="alternate" type="application/rss+xml" href="https://feeds.example/x">';
    expect(urls(html)).toEqual(['https://feeds.example/x']);
  });

  it.each([
    ['canonical', '<link rel="canonical" href="https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv">'],
    ['identifier', '<meta itemprop="identifier" content="UCabcdefghijklmnopqrstuv">'],
    ['script', '<script>var ytInitialData = {"externalId":"UCabcdefghijklmnopqrstuv"};</script>'],
    ['video', '<script>{"videoDetails":{"channelId":"UCabcdefghijklmnopqrstuv"}}</script>'],
    [
      'announced',
      '<link rel="alternate" type="application/rss+xml" title="RSS" href="https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv">',
    ],
  ])("a YouTube handle's channel by %s", (_, html) => {
    expect(urls(html, 'https://www.youtube.com/@name')).toEqual([
      'https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv',
    ]);
    expect(urls(html.replace('UCabc', 'XXabc'), 'https://www.youtube.com/@name')).not.toContain(
      'https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv',
    );
  });
});

describe('hostile pages', () => {
  const kinds: Record<string, (size: number) => string> = {
    '<': (size) => '<'.repeat(size),
    '<a': (size) => '<a '.repeat(size / 3),
    '<a href=': (size) => '<a href="'.repeat(size / 9),
    'one endless tag': (size) => `<link ${'a=b '.repeat(size / 4)}`,
    'one endless attribute': (size) =>
      `<link rel="alternate" type="application/rss+xml" href="${'a'.repeat(size)}">`,
    'links that look like feeds': (size) => '<a href="/feed/x">RSS</a>'.repeat(size / 25),
    'announced feeds': (size) => '<link rel=feed href=/f>'.repeat(size / 23),
    'scripts that never end': (size) => '<script>'.repeat(size / 8),
    'comments that never end': (size) => '<!--'.repeat(size / 4),
    quotes: (size) => `<a href='"`.repeat(size / 10),
    entities: (size) => `<link rel=feed title="${'&amp'.repeat(1000)}" href=/f>`.repeat(size / 4020),
    'a channel that is not there': (size) => '"channelId":"UC'.repeat(size / 15),
    spaces: (size) => `<a href="${' '.repeat(size)}">`,
  };

  it.each(Object.keys(kinds))('%s: linear and capped', (kind) => {
    expectLinear(kinds[kind] ?? String, (html) => {
      expect(findFeeds(html, 'https://www.youtube.com/@x').length).toBeLessThanOrEqual(64);
    });
  });

  it('offers at most 64 of 100,000', () => {
    const html = Array.from({ length: 100_000 }, (_, i) => `<a href="/${i}/feed">RSS</a>`).join('');
    expect(findFeeds(html, page)).toHaveLength(64);
    const links = Array.from({ length: 2000 }, (_, i) => `<link rel="feed" href="/${i}">`).join('');
    expect(findFeeds(links, page)).toHaveLength(64);
  });
});
