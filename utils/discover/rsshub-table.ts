import type { SiteRule } from './site-rule';

const space = /^space\.bilibili\.com$/;
const bilibili = /^bilibili\.com$/;
const weibo = /^weibo\.(?:com|cn)$/;
const zhihu = /^zhihu\.com$/;

/** Sites without feeds, which RSSHub makes (routes as in DIYgod/RSSHub lib/routes). */
export const rsshubTable: readonly SiteRule[] = [
  {
    host: space,
    path: /^\/(?<uid>\d+)\/(?:channel\/collectiondetail|lists)$/,
    feeds: { 'rsshub:/bilibili/user/collection/{uid}/{sid}': 'Bilibili collection' },
  },
  {
    host: space,
    path: /^\/(?<uid>\d+)\/lists\/(?<list>\d+)$/,
    feeds: { 'rsshub:/bilibili/user/collection/{uid}/{list}': 'Bilibili collection' },
  },
  {
    host: space,
    path: /^\/(?<uid>\d+)\/channel\/seriesdetail$/,
    feeds: { 'rsshub:/bilibili/user/channel/{uid}/{sid}': 'Bilibili series' },
  },
  {
    host: space,
    path: /^\/(?<uid>\d+)\/favlist$/,
    feeds: { 'rsshub:/bilibili/fav/{uid}/{fid}': 'Bilibili favourites' },
  },
  {
    host: space,
    path: /^\/(?<uid>\d+)(?:\/|$)/,
    feeds: {
      'rsshub:/bilibili/user/video/{uid}': 'Bilibili videos',
      'rsshub:/bilibili/user/dynamic/{uid}': 'Bilibili posts',
      'rsshub:/bilibili/user/article/{uid}': 'Bilibili articles',
    },
  },
  {
    host: bilibili,
    path: /^\/bangumi\/media\/md(?<id>\d+)/,
    feeds: { 'rsshub:/bilibili/bangumi/media/{id}': 'Bilibili series' },
  },
  {
    host: bilibili,
    path: /^\/read\/readlist\/rl(?<id>\d+)/,
    feeds: { 'rsshub:/bilibili/readlist/{id}': 'Bilibili reading list' },
  },
  {
    host: bilibili,
    path: /^\/v\/popular\/all/,
    feeds: { 'rsshub:/bilibili/popular/all': 'Bilibili popular' },
  },
  { host: bilibili, path: /^\/v\/popular\/weekly/, feeds: { 'rsshub:/bilibili/weekly': 'Bilibili weekly' } },
  {
    host: /^live\.bilibili\.com$/,
    path: /^\/(?:h5\/)?(?<room>\d+)$/,
    feeds: { 'rsshub:/bilibili/live/room/{room}': 'Bilibili live room' },
  },

  {
    host: weibo,
    path: /^\/p\/(?<id>100808\w+)/,
    feeds: { 'rsshub:/weibo/super_index/{id}': 'Weibo super topic' },
  },
  {
    host: weibo,
    path: /^\/(?:u\/|profile\/)?(?<uid>\d{5,})(?:\/|$)/,
    feeds: { 'rsshub:/weibo/user/{uid}': 'Weibo' },
  },
  { host: /^s\.weibo\.com$/, path: /^\/weibo$/, feeds: { 'rsshub:/weibo/keyword/{q}': 'Weibo search' } },
  {
    host: /^s\.weibo\.com$/,
    path: /^\/weibo\/(?<keyword>[^/]+)$/,
    feeds: { 'rsshub:/weibo/keyword/{keyword}': 'Weibo search' },
  },
  {
    host: /^s\.weibo\.com$/,
    path: /^\/top\/summary$/,
    feeds: { 'rsshub:/weibo/search/hot': 'Weibo hot search' },
  },

  {
    host: zhihu,
    path: /^\/people\/(?<id>[\w-]+)/,
    feeds: {
      'rsshub:/zhihu/people/activities/{id}': 'Zhihu activity',
      'rsshub:/zhihu/people/answers/{id}': 'Zhihu answers',
      'rsshub:/zhihu/posts/people/{id}': 'Zhihu articles',
      'rsshub:/zhihu/people/pins/{id}': 'Zhihu pins',
    },
  },
  { host: zhihu, path: /^\/org\/(?<id>[\w-]+)/, feeds: { 'rsshub:/zhihu/posts/org/{id}': 'Zhihu articles' } },
  {
    host: zhihu,
    path: /^\/question\/(?<id>\d+)/,
    feeds: { 'rsshub:/zhihu/question/{id}': 'Zhihu question' },
  },
  { host: zhihu, path: /^\/topic\/(?<id>\d+)/, feeds: { 'rsshub:/zhihu/topic/{id}': 'Zhihu topic' } },
  {
    host: zhihu,
    path: /^\/collection\/(?<id>\d+)/,
    feeds: { 'rsshub:/zhihu/collection/{id}': 'Zhihu collection' },
  },
  { host: zhihu, path: /^\/hot$/, feeds: { 'rsshub:/zhihu/hot': 'Zhihu hot list' } },
  {
    host: zhihu,
    path: /^\/column\/(?<id>[\w-]+)/,
    feeds: { 'rsshub:/zhihu/zhuanlan/{id}': 'Zhihu column' },
  },
  {
    host: /^zhuanlan\.zhihu\.com$/,
    path: /^\/(?!p\/)(?:column\/)?(?<id>[\w-]+)/,
    feeds: { 'rsshub:/zhihu/zhuanlan/{id}': 'Zhihu column' },
  },
  { host: /^daily\.zhihu\.com$/, path: /^/, feeds: { 'rsshub:/zhihu/daily': 'Zhihu Daily' } },
];
