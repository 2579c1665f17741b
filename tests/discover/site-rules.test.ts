import { describe, expect, it } from 'vitest';
import { siteFeeds } from '../../utils/discover/site-rules';
import { bestTime } from './growth';

const youtube = 'https://www.youtube.com/feeds/videos.xml';
const channel = 'UCabcdefghijklmnopqrstuv';

/** Address, and the feeds it must give, all of them and in this order. */
const cases: Record<string, [address: string, feeds: string[]][]> = {
  YouTube: [
    [
      `https://www.youtube.com/channel/${channel}`,
      [`${youtube}?channel_id=${channel}`, `${youtube}?playlist_id=UULFabcdefghijklmnopqrstuv`],
    ],
    [
      `https://m.youtube.com/channel/${channel}/videos?view=0`,
      [`${youtube}?channel_id=${channel}`, `${youtube}?playlist_id=UULFabcdefghijklmnopqrstuv`],
    ],
    ['https://www.youtube.com/user/example', [`${youtube}?user=example`]],
    ['https://www.youtube.com/playlist?list=PLabc_-123', [`${youtube}?playlist_id=PLabc_-123`]],
    ['https://www.youtube.com/watch?v=abc&list=PLabc', [`${youtube}?playlist_id=PLabc`]],
    ['https://www.youtube.com/watch?v=abc&list=RDabc', []],
    ['https://www.youtube.com/playlist?list=WL', []],
    ['https://www.youtube.com/playlist', []],
    ['https://www.youtube.com/watch?v=abc', []],
    ['https://www.youtube.com/', []],
  ],
  Reddit: [
    ['https://www.reddit.com/r/China_irl', ['https://www.reddit.com/r/China_irl/.rss']],
    ['https://old.reddit.com/r/a+b/top/?t=week', ['https://www.reddit.com/r/a+b/top/.rss?t=week']],
    ['https://www.reddit.com/user/example/', ['https://www.reddit.com/user/example/.rss']],
    ['https://reddit.com/u/ex-ample/comments', ['https://www.reddit.com/user/ex-ample/comments/.rss']],
    ['https://www.reddit.com/user/me/m/news', ['https://www.reddit.com/user/me/m/news/.rss']],
    [
      'https://www.reddit.com/search/?q=a%20b&sort=new',
      ['https://www.reddit.com/search.rss?q=a%20b&sort=new'],
    ],
    [
      'https://www.reddit.com/r/rss/search?q=x&restrict_sr=1',
      ['https://www.reddit.com/r/rss/search.rss?q=x&restrict_sr=1'],
    ],
    [
      'https://www.reddit.com/r/rss/comments/1abc/some_title/',
      ['https://www.reddit.com/r/rss/comments/1abc/some_title/.rss'],
    ],
    ['https://www.reddit.com/', ['https://www.reddit.com/.rss']],
    ['https://www.reddit.com/settings', []],
  ],
  GitHub: [
    [
      'https://github.com/owner/re.po',
      [
        'https://github.com/owner/re.po/releases.atom',
        'https://github.com/owner/re.po/tags.atom',
        'https://github.com/owner/re.po/commits.atom',
      ],
    ],
    [
      'https://github.com/owner/repo.git',
      [
        'https://github.com/owner/repo/releases.atom',
        'https://github.com/owner/repo/tags.atom',
        'https://github.com/owner/repo/commits.atom',
      ],
    ],
    [
      'https://github.com/owner/repo/commits/feature/x',
      [
        'https://github.com/owner/repo/commits/feature/x.atom',
        'https://github.com/owner/repo/releases.atom',
        'https://github.com/owner/repo/tags.atom',
        'https://github.com/owner/repo/commits.atom',
      ],
    ],
    [
      'https://github.com/owner/repo/blob/main/src/a.ts',
      [
        'https://github.com/owner/repo/commits/main/src/a.ts.atom',
        'https://github.com/owner/repo/releases.atom',
        'https://github.com/owner/repo/tags.atom',
        'https://github.com/owner/repo/commits.atom',
      ],
    ],
    [
      'https://github.com/owner/repo/discussions',
      [
        'https://github.com/owner/repo/discussions.atom',
        'https://github.com/owner/repo/releases.atom',
        'https://github.com/owner/repo/tags.atom',
        'https://github.com/owner/repo/commits.atom',
      ],
    ],
    ['https://github.com/owner', ['https://github.com/owner.atom']],
    ['https://github.com/orgs/owner/repositories', ['https://github.com/owner.atom']],
    ['https://gist.github.com/owner', ['https://gist.github.com/owner.atom']],
    ['https://github.com/features', []],
    ['https://github.com/topics/rss', []],
    ['https://github.com/', []],
  ],
  GitLab: [
    [
      'https://gitlab.com/group/sub/project',
      [
        'https://gitlab.com/group/sub/project/-/releases.atom',
        'https://gitlab.com/group/sub/project/-/tags?format=atom',
        'https://gitlab.com/group/sub/project.atom',
      ],
    ],
    [
      'https://git.example.org/group/project/-/commits/main',
      [
        'https://git.example.org/group/project/-/commits/main?format=atom',
        'https://git.example.org/group/project/-/releases.atom',
        'https://git.example.org/group/project/-/tags?format=atom',
        'https://git.example.org/group/project.atom',
        // The host could be a Forgejo just as well.
        'https://git.example.org/group/project/releases.rss',
        'https://git.example.org/group/project.rss',
      ],
    ],
    [
      'https://gitlab.com/group/project/-/issues',
      [
        'https://gitlab.com/group/project/-/issues.atom',
        'https://gitlab.com/group/project/-/releases.atom',
        'https://gitlab.com/group/project/-/tags?format=atom',
        'https://gitlab.com/group/project.atom',
      ],
    ],
    ['https://gitlab.gnome.org/someone', ['https://gitlab.gnome.org/someone.atom']],
    ['https://gitlab.com/explore', []],
  ],
  Forgejo: [
    [
      'https://codeberg.org/owner/repo',
      ['https://codeberg.org/owner/repo/releases.rss', 'https://codeberg.org/owner/repo.rss'],
    ],
    ['https://codeberg.org/owner', ['https://codeberg.org/owner.rss']],
  ],
  Fediverse: [
    [
      'https://mastodon.social/@Gargron',
      [
        'https://mastodon.social/@Gargron.rss',
        'https://mastodon.social/@Gargron.atom',
        'https://mastodon.social/@Gargron/feed.rss',
      ],
    ],
    [
      'https://example.org/@a/112233',
      ['https://example.org/@a.rss', 'https://example.org/@a.atom', 'https://example.org/@a/feed.rss'],
    ],
    ['https://mastodon.social/@a/tagged/b', ['https://mastodon.social/@a/tagged/b.rss']],
    ['https://mastodon.social/tags/news', ['https://mastodon.social/tags/news.rss']],
    [
      'https://pleroma.example/users/me',
      [
        'https://pleroma.example/users/me.rss',
        'https://pleroma.example/users/me.atom',
        'https://pleroma.example/users/me/feed.atom',
      ],
    ],
    [
      'https://tube.example/c/chan_nel@other.example/videos',
      ['https://tube.example/feeds/videos.xml?videoChannelName=chan_nel@other.example'],
    ],
    ['https://tube.example/a/me/video-channels', ['https://tube.example/feeds/videos.xml?accountName=me']],
    [
      'https://lemmy.example/c/news@lemmy.world',
      ['https://lemmy.example/feeds/c/news@lemmy.world.xml?sort=New'],
    ],
    ['https://lemmy.example/u/me', ['https://lemmy.example/feeds/u/me.xml?sort=New']],
  ],
  Bluesky: [
    ['https://bsky.app/profile/example.bsky.social', ['https://bsky.app/profile/example.bsky.social/rss']],
    ['https://bsky.app/profile/did:plc:abc123/post/3k', ['https://bsky.app/profile/did:plc:abc123/rss']],
    ['https://bsky.app/', []],
  ],
  Medium: [
    ['https://medium.com/@user', ['https://medium.com/feed/@user']],
    ['https://medium.com/@user/some-story-123', ['https://medium.com/feed/@user']],
    ['https://medium.com/publication', ['https://medium.com/feed/publication']],
    [
      'https://medium.com/publication/tagged/news',
      ['https://medium.com/feed/publication/tagged/news', 'https://medium.com/feed/publication'],
    ],
    ['https://medium.com/tag/china', ['https://medium.com/feed/tag/china']],
    ['https://user.medium.com/story', ['https://user.medium.com/feed']],
    ['https://medium.com/', []],
    ['https://medium.com/search?q=x', []],
  ],
  Substack: [
    ['https://name.substack.com/p/some-post', ['https://name.substack.com/feed']],
    ['https://substack.com/@name', ['https://name.substack.com/feed']],
    ['https://substack.com/home', []],
  ],
  Tumblr: [
    ['https://name.tumblr.com/post/1/x', ['https://name.tumblr.com/rss']],
    [
      'https://name.tumblr.com/tagged/a',
      ['https://name.tumblr.com/tagged/a/rss', 'https://name.tumblr.com/rss'],
    ],
    ['https://www.tumblr.com/name', ['https://name.tumblr.com/rss']],
    ['https://www.tumblr.com/blog/view/name', ['https://name.tumblr.com/rss']],
    ['https://www.tumblr.com/name/123/title', ['https://name.tumblr.com/rss']],
    ['https://www.tumblr.com/dashboard', []],
    ['https://www.tumblr.com/', []],
  ],
  WordPress: [
    [
      'https://name.wordpress.com/',
      ['https://name.wordpress.com/feed/', 'https://name.wordpress.com/comments/feed/'],
    ],
    [
      'https://name.wordpress.com/category/a/b/',
      [
        'https://name.wordpress.com/category/a/b/feed/',
        'https://name.wordpress.com/feed/',
        'https://name.wordpress.com/comments/feed/',
      ],
    ],
    [
      'https://name.wordpress.com/2026/11/22/title/',
      [
        'https://name.wordpress.com/2026/11/22/title/feed/',
        'https://name.wordpress.com/feed/',
        'https://name.wordpress.com/comments/feed/',
      ],
    ],
  ],
  Blogger: [
    [
      'https://name.blogspot.com/2026/11/post.html',
      ['https://name.blogspot.com/feeds/posts/default', 'https://name.blogspot.com/feeds/comments/default'],
    ],
    [
      'https://name.blogspot.co.uk/search/label/a%20b',
      [
        'https://name.blogspot.co.uk/feeds/posts/default/-/a%20b',
        'https://name.blogspot.co.uk/feeds/posts/default',
        'https://name.blogspot.co.uk/feeds/comments/default',
      ],
    ],
  ],
  'no such site': [
    ['https://example.com/', []],
    ['https://example.com/a/b', []],
    ['https://www.tiktok.com/@name', []],
    ['https://www.youtube.com/@name', []],
    ['https://github.com//evil.example/a', []],
    ['https://evilyoutube.com/channel/UCabcdefghijklmnopqrstuv', []],
    ['https://youtube.com.evil.example/channel/UCabcdefghijklmnopqrstuv', []],
    ['https://evil.example/?https://github.com/owner/repo', []],
    ['javascript:alert(1)', []],
    ['', []],
    [`https://github.com/${'a/'.repeat(4000)}`, []],
  ],
};

describe.each(Object.keys(cases))('%s', (site) => {
  it.each(cases[site] ?? [])('%s', (address, feeds) => {
    expect(siteFeeds(address).map(({ url }) => url)).toEqual(feeds);
  });
});

describe('RSSHub', () => {
  const rsshub = 'https://hub.example/base/';

  it.each([
    [
      'https://space.bilibili.com/2267573',
      ['bilibili/user/video/2267573', 'bilibili/user/dynamic/2267573', 'bilibili/user/article/2267573'],
    ],
    [
      'https://space.bilibili.com/2/lists/345?type=season',
      [
        'bilibili/user/collection/2/345',
        'bilibili/user/video/2',
        'bilibili/user/dynamic/2',
        'bilibili/user/article/2',
      ],
    ],
    [
      'https://space.bilibili.com/2/channel/collectiondetail?sid=345',
      [
        'bilibili/user/collection/2/345',
        'bilibili/user/video/2',
        'bilibili/user/dynamic/2',
        'bilibili/user/article/2',
      ],
    ],
    [
      'https://space.bilibili.com/2/favlist?fid=9',
      ['bilibili/fav/2/9', 'bilibili/user/video/2', 'bilibili/user/dynamic/2', 'bilibili/user/article/2'],
    ],
    ['https://www.bilibili.com/bangumi/media/md28229011', ['bilibili/bangumi/media/28229011']],
    ['https://www.bilibili.com/v/popular/all', ['bilibili/popular/all']],
    ['https://live.bilibili.com/3?from=x', ['bilibili/live/room/3']],
    ['https://weibo.com/u/1195230310', ['weibo/user/1195230310']],
    ['https://weibo.com/1195230310/Abc', ['weibo/user/1195230310']],
    ['https://m.weibo.cn/u/1195230310', ['weibo/user/1195230310']],
    ['https://m.weibo.cn/profile/1195230310', ['weibo/user/1195230310']],
    ['https://s.weibo.com/weibo?q=%E6%96%B0%E9%97%BB', ['weibo/keyword/%E6%96%B0%E9%97%BB']],
    ['https://s.weibo.com/weibo/%E6%96%B0%E9%97%BB', ['weibo/keyword/%E6%96%B0%E9%97%BB']],
    ['https://s.weibo.com/top/summary', ['weibo/search/hot']],
    [
      'https://weibo.com/p/1008084989d223732bf6f02f75ea30efad58a9/super_index',
      ['weibo/super_index/1008084989d223732bf6f02f75ea30efad58a9'],
    ],
    [
      'https://www.zhihu.com/people/diygod/answers',
      [
        'zhihu/people/activities/diygod',
        'zhihu/people/answers/diygod',
        'zhihu/posts/people/diygod',
        'zhihu/people/pins/diygod',
      ],
    ],
    ['https://www.zhihu.com/org/ke-ji', ['zhihu/posts/org/ke-ji']],
    ['https://www.zhihu.com/question/59895982/answer/1', ['zhihu/question/59895982']],
    ['https://www.zhihu.com/topic/19828946/hot', ['zhihu/topic/19828946']],
    ['https://www.zhihu.com/collection/26444956', ['zhihu/collection/26444956']],
    ['https://www.zhihu.com/column/googledevelopers', ['zhihu/zhuanlan/googledevelopers']],
    ['https://zhuanlan.zhihu.com/googledevelopers', ['zhihu/zhuanlan/googledevelopers']],
    ['https://zhuanlan.zhihu.com/p/123', []],
    ['https://www.zhihu.com/hot', ['zhihu/hot']],
    ['https://daily.zhihu.com/', ['zhihu/daily']],
    ['https://www.bilibili.com/video/BV1xx', []],
  ])('%s', (address, routes) => {
    const urls = siteFeeds(address, { rsshub }).map(({ url }) => url);
    expect(urls).toEqual(routes.map((route) => rsshub + route));
    expect(siteFeeds(address)).toEqual([]);
    expect(siteFeeds(address, { rsshub: 'javascript:alert(1)' })).toEqual([]);
    expect(siteFeeds(address, { rsshub: '' })).toEqual([]);
  });

  it('is asked for nothing that has feeds of its own', () => {
    expect(siteFeeds('https://github.com/owner', { rsshub })).toEqual(siteFeeds('https://github.com/owner'));
  });
});

it('says how sure it is', () => {
  const ranks = (address: string) => siteFeeds(address).map(({ rank }) => rank);
  expect(ranks('https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv')).toEqual([1, 3]);
  expect(ranks('https://github.com/owner')).toEqual([1]);
  expect(ranks('https://mastodon.social/@a/tagged/b')).toEqual([3]);
});

it('takes no long time over any address', () => {
  for (const piece of ['a/', '-/', 'a-', '.', '@', '/', '%2f', 'a.b/-/']) {
    const address = `https://gitlab.com/${piece.repeat(2000 / piece.length)}`;
    expect(bestTime(() => siteFeeds(address), 99)).toBeLessThan(100);
  }
});
