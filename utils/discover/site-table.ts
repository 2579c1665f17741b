import { anyHost, type SiteRule } from './site-rule';

const youtube = /^(?:music\.)?youtube\.com$/;
const youtubeFeed = 'https://www.youtube.com/feeds/videos.xml';
const reddit = /^reddit\.com$/;
const redditFeed = 'https://www.reddit.com';
const github = /^github\.com$/;
/** First parts of GitHub's paths that are no users. */
const notUser =
  '(?!(?:about|apps|collections|contact|customer-stories|enterprise|explore|features|issues|login|marketplace|new|notifications|orgs|pricing|pulls|search|security|settings|signup|site|sponsors|topics|trending)(?:/|$))';
const githubRepository = `^/${notUser}(?<owner>[\\w-]+)/(?<repo>[\\w.-]+?)(?:\\.git)?`;
/** GitLab's own and the best known of others; any address with `/-/` is GitLab's too. */
const gitlab =
  /^gitlab\.|^(?:0xacab\.org|code\.videolan\.org|framagit\.org|invent\.kde\.org|salsa\.debian\.org|source\.puri\.sm)$/;
const forgejo = /^(?:codeberg\.org|gitea\.com|(?:git|code|forgejo)\.[\w.-]+)$/;
const medium = /^medium\.com$/;
const wordpress = /\.wordpress\.com$/;
const blogger = /\.blogspot\.(?:com?\.)?[a-z]{2,3}$/;

/** Sites that do not announce their feeds on every page, and where these are. */
export const siteTable: readonly SiteRule[] = [
  // A handle or custom name is resolved by the page (page-hints.ts).
  {
    host: youtube,
    path: /^\/channel\/(?<id>UC[\w-]{22})/,
    feeds: { [`${youtubeFeed}?channel_id={id}`]: 'YouTube channel' },
  },
  // Undocumented, but asked for most: the channel's list without Shorts and streams.
  {
    host: youtube,
    path: /^\/channel\/UC(?<id>[\w-]{22})/,
    feeds: { [`${youtubeFeed}?playlist_id=UULF{id}`]: 'YouTube channel without Shorts' },
    guess: true,
  },
  {
    host: youtube,
    path: /^\/user\/(?<name>[\w-]+)/,
    feeds: { [`${youtubeFeed}?user={name}`]: 'YouTube channel' },
  },
  {
    host: youtube,
    path: /^\/(?:playlist|watch)$/,
    // Mixes (RD) and lists of one's own (WL, LL) have none.
    query: { list: /^(?:PL|UU|FL|OL|EC)[\w-]+$/ },
    feeds: { [`${youtubeFeed}?playlist_id={list}`]: 'YouTube playlist' },
  },

  { host: reddit, path: /^$/, feeds: { [`${redditFeed}/.rss`]: 'Reddit' } },
  {
    host: reddit,
    path: /^\/(?<path>r\/[\w+]+(?:\/(?:new|hot|top|rising|controversial|comments\/\w+(?:\/[^/]+)?))?)$/,
    feeds: { [`${redditFeed}/{path}/.rss{search}`]: 'Reddit' },
  },
  {
    host: reddit,
    path: /^\/(?:u|user)\/(?<path>[\w-]+(?:\/(?:submitted|comments|m\/\w+))?)$/,
    feeds: { [`${redditFeed}/user/{path}/.rss{search}`]: 'Reddit user' },
  },
  {
    host: reddit,
    path: /^\/(?<path>(?:r\/[\w+]+\/)?search)$/,
    feeds: { [`${redditFeed}/{path}.rss{search}`]: 'Reddit search' },
  },

  {
    host: github,
    path: new RegExp(`${githubRepository}/(?:commits|tree)/(?<ref>[^?]+)$`),
    feeds: { '/{owner}/{repo}/commits/{ref}.atom': 'Commits of this branch' },
  },
  {
    host: github,
    path: new RegExp(`${githubRepository}/blob/(?<ref>[^?]+)$`),
    feeds: { '/{owner}/{repo}/commits/{ref}.atom': 'Changes of this file' },
  },
  {
    host: github,
    path: new RegExp(`${githubRepository}/(?<page>discussions|wiki)(?:/|$)`),
    feeds: { '/{owner}/{repo}/{page}.atom': 'Discussions or wiki' },
  },
  {
    host: github,
    path: new RegExp(`${githubRepository}(?:/|$)`),
    feeds: {
      '/{owner}/{repo}/releases.atom': 'Releases',
      '/{owner}/{repo}/tags.atom': 'Tags',
      '/{owner}/{repo}/commits.atom': 'Commits',
    },
  },
  {
    host: github,
    path: new RegExp(`^/${notUser}(?<owner>[\\w-]+)$`),
    feeds: { '/{owner}.atom': 'Activity' },
  },
  { host: github, path: /^\/orgs\/(?<owner>[\w-]+)/, feeds: { '/{owner}.atom': 'Activity' } },
  { host: /^gist\.github\.com$/, path: /^\/(?<owner>[\w-]+)$/, feeds: { '/{owner}.atom': 'Gists' } },

  {
    host: anyHost,
    path: /^\/(?<project>[\w.-]+(?:\/[\w.-]+)+?)\/-\/(?:commits|tree)\/(?<ref>.+)$/,
    feeds: { '/{project}/-/commits/{ref}?format=atom': 'Commits of this branch' },
  },
  {
    host: anyHost,
    path: /^\/(?<project>[\w.-]+(?:\/[\w.-]+)+?)\/-\/(?<list>issues|merge_requests)$/,
    feeds: { '/{project}/-/{list}.atom': 'Issues or merge requests' },
  },
  {
    host: anyHost,
    path: /^\/(?<project>[\w.-]+(?:\/[\w.-]+)+?)\/-(?:\/|$)/,
    feeds: {
      '/{project}/-/releases.atom': 'Releases',
      '/{project}/-/tags?format=atom': 'Tags',
      '/{project}.atom': 'Activity',
    },
  },
  {
    host: gitlab,
    path: /^\/(?!explore|users\/|groups\/|dashboard|help|api\/)(?<project>[\w.-]+(?:\/(?!-(?:\/|$))[\w.-]+)+)$/,
    feeds: {
      '/{project}/-/releases.atom': 'Releases',
      '/{project}/-/tags?format=atom': 'Tags',
      '/{project}.atom': 'Activity',
    },
  },
  {
    host: gitlab,
    path: /^\/(?!explore$|dashboard$|help$)(?<owner>[\w.-]+)$/,
    feeds: { '/{owner}.atom': 'Activity' },
  },
  {
    host: forgejo,
    path: /^\/(?<owner>[\w.-]+)\/(?<repo>[\w.-]+)(?:\/|$)/,
    feeds: { '/{owner}/{repo}/releases.rss': 'Releases', '/{owner}/{repo}.rss': 'Activity' },
    guess: true,
  },
  {
    host: forgejo,
    path: /^\/(?!explore$)(?<owner>[\w.-]+)$/,
    feeds: { '/{owner}.rss': 'Activity' },
    guess: true,
  },

  {
    host: /^bsky\.app$/,
    path: /^\/profile\/(?<who>[\w.:-]+)/,
    feeds: { '/profile/{who}/rss': 'Bluesky posts' },
  },

  { host: medium, path: /^\/(?:feed\/)?tag\/(?<tag>[^/]+)/, feeds: { '/feed/tag/{tag}': 'Medium topic' } },
  {
    host: medium,
    path: /^\/(?!(?:feed|m|me|new-story|p|plans|search|tag|topic|topics)(?:\/|$))(?<who>@?[\w.-]+)\/tagged\/(?<tag>[^/]+)$/,
    feeds: { '/feed/{who}/tagged/{tag}': 'Medium topic' },
  },
  {
    host: medium,
    path: /^\/(?!(?:feed|m|me|new-story|p|plans|search|tag|topic|topics)(?:\/|$))(?<who>@?[\w.-]+)/,
    feeds: { '/feed/{who}': 'Medium' },
  },
  { host: /^(?!www\.)[\w-]+\.medium\.com$/, path: /^/, feeds: { '/feed': 'Medium' } },

  {
    host: /^substack\.com$/,
    path: /^\/@(?<who>[\w-]+)/,
    feeds: { 'https://{who}.substack.com/feed': 'Substack' },
    guess: true,
  },
  { host: /^[\w-]+\.substack\.com$/, path: /^/, feeds: { '/feed': 'Substack' } },

  {
    host: /^(?!www\.)[\w-]+\.tumblr\.com$/,
    path: /^\/tagged\/(?<tag>[^/]+)/,
    feeds: { '/tagged/{tag}/rss': 'Tumblr tag' },
  },
  { host: /^(?!www\.)[\w-]+\.tumblr\.com$/, path: /^/, feeds: { '/rss': 'Tumblr' } },
  {
    host: /^tumblr\.com$/,
    path: /^\/(?:blog\/(?:view\/)?)?(?!(?:blog|dashboard|explore|login|register|search|settings|tagged)(?:\/|$))(?<who>[\w-]+)/,
    feeds: { 'https://{who}.tumblr.com/rss': 'Tumblr' },
  },

  {
    host: wordpress,
    path: /^\/(?<kind>category|tag|author)\/(?<what>[^?]+)$/,
    feeds: { '/{kind}/{what}/feed/': 'This category, tag or author' },
  },
  {
    host: wordpress,
    path: /^(?<post>\/\d{4}\/\d\d\/\d\d\/[^/]+)$/,
    feeds: { '{post}/feed/': 'Comments on this post' },
  },
  { host: wordpress, path: /^/, feeds: { '/feed/': 'Posts', '/comments/feed/': 'Comments' } },

  {
    host: blogger,
    path: /^\/search\/label\/(?<label>[^/]+)$/,
    feeds: { '/feeds/posts/default/-/{label}': 'This label' },
  },
  {
    host: blogger,
    path: /^/,
    feeds: { '/feeds/posts/default': 'Posts', '/feeds/comments/default': 'Comments' },
  },
];

/** Sites without feeds whose addresses look like the fediverse's. */
export const otherSites = /^(?:instagram|threads|tiktok|twitter|x|pinterest|telegram)\.(?:com|net|org)$/;

/** Shapes of addresses by which servers of the fediverse, which have any host, are recognised. */
export const fediverseTable: readonly SiteRule[] = [
  // Mastodon, Misskey, GoToSocial (/@name/feed.rss).
  {
    host: anyHost,
    path: /^\/@(?<name>[\w.-]+)\/tagged\/(?<tag>[^/]+)$/,
    feeds: { '/@{name}/tagged/{tag}.rss': 'Posts with this tag' },
    guess: true,
  },
  {
    host: anyHost,
    path: /^\/@(?<name>[\w.-]+)(?:\/(?:media|with_replies|\d+))?$/,
    feeds: { '/@{name}.rss': 'Posts', '/@{name}.atom': 'Posts', '/@{name}/feed.rss': 'Posts' },
    guess: true,
  },
  {
    host: anyHost,
    path: /^\/tags\/(?<tag>[^/]+)$/,
    feeds: { '/tags/{tag}.rss': 'Posts with this tag' },
    guess: true,
  },
  // Mastodon, Pixelfed, Pleroma and Akkoma.
  {
    host: anyHost,
    path: /^\/users\/(?<name>[\w.-]+)$/,
    feeds: {
      '/users/{name}.rss': 'Posts',
      '/users/{name}.atom': 'Posts',
      '/users/{name}/feed.atom': 'Posts',
    },
    guess: true,
  },
  // PeerTube.
  {
    host: anyHost,
    path: /^\/c\/(?<name>[\w.@-]+)\/(?:videos|video-playlists)$/,
    feeds: { '/feeds/videos.xml?videoChannelName={name}': 'Videos' },
    guess: true,
  },
  {
    host: anyHost,
    path: /^\/a\/(?<name>[\w.@-]+)\/(?:video-channels|videos|about)$/,
    feeds: { '/feeds/videos.xml?accountName={name}': 'Videos' },
    guess: true,
  },
  // Lemmy.
  {
    host: anyHost,
    path: /^\/c\/(?<name>[\w.@-]+)$/,
    feeds: { '/feeds/c/{name}.xml?sort=New': 'Community' },
    guess: true,
  },
  {
    host: anyHost,
    path: /^\/u\/(?<name>[\w.@-]+)$/,
    feeds: { '/feeds/u/{name}.xml?sort=New': 'Posts' },
    guess: true,
  },
];
