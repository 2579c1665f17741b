import type { SiteRule } from './site-rule';

const youtube = 'https://www.youtube.com/feeds/videos.xml';
const reddit = 'https://www.reddit.com';
const github = [
  '/{owner}/{repo}/releases.atom Releases',
  '/{owner}/{repo}/tags.atom Tags',
  '/{owner}/{repo}/commits.atom Commits',
] as const;
const gitlab = [
  '/{group}/{project}/-/releases.atom Releases',
  '/{group}/{project}/-/tags?format=atom Tags',
  '/{group}/{project}.atom Activity',
] as const;
const forgejo = ['?/{owner}/{repo}/releases.rss Releases', '?/{owner}/{repo}.rss Activity'] as const;

/** Sites that do not announce their feeds on every page, and where these are. */
export const siteTable: readonly SiteRule[] = [
  // Handles and custom names are resolved by the page (page-hints.ts). The list without Shorts is undocumented, but asked for.
  [
    'youtube.com',
    '/channel/UC:id([\\w-]{22})/*',
    `${youtube}?channel_id=UC{id} All videos`,
    `?${youtube}?playlist_id=UULF{id} Without Shorts and streams`,
  ],
  ['youtube.com', '/user/:name/*', `${youtube}?user={name}`],
  // Mixes (RD) and lists of one's own (WL, LL) have none.
  [
    'youtube.com',
    '/(?:playlist|watch)\\?(?:.*&)?list=:kind(PL|UU|FL|OL|EC):rest([\\w-]+)(?:&.*)?',
    `${youtube}?playlist_id={kind}{rest}`,
  ],

  ['reddit.com', '', `${reddit}/.rss`],
  ['reddit.com', '/r/:sub', `${reddit}/r/{sub}/.rss{search}`],
  ['reddit.com', '/r/:sub/:sort(new|hot|top|rising|controversial)', `${reddit}/r/{sub}/{sort}/.rss{search}`],
  ['reddit.com', '/r/:sub/comments/:post+', `${reddit}/r/{sub}/comments/{post}/.rss`],
  ['reddit.com', '/(?:u|user)/:user', `${reddit}/user/{user}/.rss{search}`],
  [
    'reddit.com',
    '/(?:u|user)/:user/:list(submitted|comments|m/\\w+)',
    `${reddit}/user/{user}/{list}/.rss{search}`,
  ],
  ['reddit.com', '/:path(search|r/[^/]+/search)', `${reddit}/{path}.rss{search}`],

  [
    'github.com',
    '/:owner/:repo/(?:commits|tree)/:ref+',
    '/{owner}/{repo}/commits/{ref}.atom Commits of this branch',
  ],
  ['github.com', '/:owner/:repo/blob/:ref+', '/{owner}/{repo}/commits/{ref}.atom Changes of this file'],
  ['github.com', '/:owner/:repo/discussions/*', '/{owner}/{repo}/discussions.atom Discussions'],
  ['github.com', '/:owner/:repo/wiki/*', '/{owner}/{repo}/wiki.atom Wiki'],
  ['github.com', '/:owner/:repo/*', ...github],
  ['github.com', '/:owner', '/{owner}.atom'],
  ['github.com', '/orgs/:owner/*', '/{owner}.atom'],
  ['gist.github.com', '/:owner', '/{owner}.atom'],

  // Whatever has `/-/` in its addresses is a GitLab.
  [
    '*',
    '/:group/:project+/-/(?:commits|tree)/:ref+',
    '/{group}/{project}/-/commits/{ref}?format=atom Commits of this branch',
  ],
  ['*', '/:group/:project+/-/issues', '/{group}/{project}/-/issues.atom Issues'],
  ['*', '/:group/:project+/-/merge_requests', '/{group}/{project}/-/merge_requests.atom Merge requests'],
  ['*', '/:group/:project+/-/*', ...gitlab],
  ...['gitlab.*', 'framagit.org', 'invent.kde.org', 'salsa.debian.org', 'code.videolan.org'].flatMap(
    (host): SiteRule[] => [
      [host, '/:group/:project+', ...gitlab],
      [host, '/:owner', '/{owner}.atom'],
    ],
  ),
  ...['codeberg.org', 'gitea.com', 'git.*', 'code.*', 'forgejo.*'].flatMap((host): SiteRule[] => [
    [host, '/:owner/:repo/*', ...forgejo],
    [host, '/:owner', '?/{owner}.rss'],
  ]),

  ['bsky.app', '/profile/:who/*', '/profile/{who}/rss'],

  ['medium.com', '/tag/:tag/*', '/feed/tag/{tag}'],
  ['medium.com', '/:who/tagged/:tag', '/feed/{who}/tagged/{tag} This topic'],
  ['medium.com', '/:who/*', '/feed/{who} All posts'],
  ['*.medium.com', '/*', '/feed'],

  ['substack.com', '/@:who([\\w-]+)/*', '?https://{who}.substack.com/feed'],
  ['*.substack.com', '/*', '/feed'],

  ['*.tumblr.com', '/tagged/:tag/*', '/tagged/{tag}/rss This tag'],
  ['*.tumblr.com', '/*', '/rss All posts'],
  ['tumblr.com', '/blog/(?:view/)?:who([\\w-]+)/*', 'https://{who}.tumblr.com/rss'],
  ['tumblr.com', '/:who([\\w-]+)/*', 'https://{who}.tumblr.com/rss'],

  [
    '*.wordpress.com',
    '/:kind(category|tag|author)/:what+',
    '/{kind}/{what}/feed/ This category, tag or author',
  ],
  ['*.wordpress.com', '/:post(\\d{4}/\\d\\d/\\d\\d/[^/]+)', '/{post}/feed/ Comments on this post'],
  ['*.wordpress.com', '/*', '/feed/ Posts', '/comments/feed/ Comments'],

  ['*.blogspot.*', '/search/label/:label', '/feeds/posts/default/-/{label} This label'],
  ['*.blogspot.*', '/*', '/feeds/posts/default Posts', '/feeds/comments/default Comments'],
];

/** First parts of paths that are no users, by the host of the rows. */
export const reservedParts: Readonly<Record<string, string>> = {
  'github.com':
    'about|apps|collections|contact|customer-stories|enterprise|explore|features|issues|login|marketplace|new|notifications|orgs|pricing|pulls|search|security|settings|signup|site|sponsors|topics|trending',
  'gitlab.*': 'api|dashboard|explore|groups|help|users',
  'medium.com': 'feed|m|me|new-story|p|plans|search|tag|topic|topics',
  'tumblr.com': 'blog|dashboard|explore|login|register|search|settings|tagged',
};

/** Sites without feeds whose addresses look like the fediverse's. */
export const otherSites = /^(?:instagram|threads|tiktok|twitter|x|pinterest|telegram)\.(?:com|net|org)$/;

/** Shapes of addresses by which servers of the fediverse, which have any host, are recognised. */
export const fediverseTable: readonly SiteRule[] = [
  // Mastodon, Misskey, GoToSocial.
  ['*', '/@:name/tagged/:tag', '?/@{name}/tagged/{tag}.rss Posts with this tag'],
  ['*', '/@:name(?:/(?:media|with_replies|\\d+))?', '?/@{name}.rss', '?/@{name}.atom', '?/@{name}/feed.rss'],
  ['*', '/tags/:tag', '?/tags/{tag}.rss'],
  // Mastodon, Pixelfed, Pleroma and Akkoma.
  ['*', '/users/:name', '?/users/{name}.rss', '?/users/{name}.atom', '?/users/{name}/feed.atom'],
  // PeerTube.
  ['*', '/c/:name/(?:videos|video-playlists)', '?/feeds/videos.xml?videoChannelName={name}'],
  ['*', '/a/:name/(?:video-channels|videos|about)', '?/feeds/videos.xml?accountName={name}'],
  // Lemmy.
  ['*', '/c/:name', '?/feeds/c/{name}.xml?sort=New'],
  ['*', '/u/:name', '?/feeds/u/{name}.xml?sort=New'],
];
