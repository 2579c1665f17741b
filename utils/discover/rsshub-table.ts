import type { SiteRule } from './site-rule';

/** Sites without feeds, and the routes of RSSHub (DIYgod/RSSHub, lib/routes) that make some. */
export const rsshubTable: readonly SiteRule[] = [
  [
    'space.bilibili.com',
    '/:uid/(?:channel/collectiondetail|lists)',
    '/bilibili/user/collection/{uid}/{sid} Collection',
  ],
  ['space.bilibili.com', '/:uid/lists/:list', '/bilibili/user/collection/{uid}/{list} Collection'],
  ['space.bilibili.com', '/:uid/channel/seriesdetail', '/bilibili/user/channel/{uid}/{sid} Series'],
  ['space.bilibili.com', '/:uid/favlist', '/bilibili/fav/{uid}/{fid} Favourites'],
  [
    'space.bilibili.com',
    '/:uid(\\d+)/*',
    '/bilibili/user/video/{uid} Videos',
    '/bilibili/user/dynamic/{uid} Posts',
    '/bilibili/user/article/{uid} Articles',
  ],
  ['live.bilibili.com', '/(?:h5/)?:room(\\d+)', '/bilibili/live/room/{room}'],
  ['bilibili.com', '/bangumi/media/md:id', '/bilibili/bangumi/media/{id}'],
  ['bilibili.com', '/read/readlist/rl:id', '/bilibili/readlist/{id}'],
  ['bilibili.com', '/v/popular/all', '/bilibili/popular/all'],
  ['bilibili.com', '/v/popular/weekly', '/bilibili/weekly'],

  ['weibo.*', '/p/:id(100808\\w+)/*', '/weibo/super_index/{id}'],
  ['weibo.*', '/(?:u/|profile/)?:uid(\\d{5,})/*', '/weibo/user/{uid}'],
  ['s.weibo.com', '/weibo', '/weibo/keyword/{q}'],
  ['s.weibo.com', '/weibo/:keyword', '/weibo/keyword/{keyword}'],
  ['s.weibo.com', '/top/summary', '/weibo/search/hot'],

  [
    'zhihu.com',
    '/people/:id/*',
    '/zhihu/people/activities/{id} Activity',
    '/zhihu/people/answers/{id} Answers',
    '/zhihu/posts/people/{id} Articles',
    '/zhihu/people/pins/{id} Pins',
  ],
  ['zhihu.com', '/org/:id/*', '/zhihu/posts/org/{id}'],
  ['zhihu.com', '/:kind(question|topic|collection)/:id(\\d+)/*', '/zhihu/{kind}/{id}'],
  ['zhihu.com', '/hot', '/zhihu/hot'],
  ['zhihu.com', '/column/:id', '/zhihu/zhuanlan/{id}'],
  ['zhuanlan.zhihu.com', '/(?!p/)(?:column/)?:id', '/zhihu/zhuanlan/{id}'],
  ['daily.zhihu.com', '/*', '/zhihu/daily'],
];
