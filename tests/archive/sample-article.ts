import type { ArchiveArticle } from '../../utils/archive/article';

/** An article with something of everything, and signs in its title that formats have to escape. */
export const sampleArticle: ArchiveArticle = {
  key: '3 e.test/a',
  title: '习近平 & "普京": <会晤>',
  link: 'https://e.test/a?x=1&y=2',
  author: 'Ann',
  published: Date.UTC(2025, 0, 21, 14, 39, 3),
  updated: null,
  fetched: Date.UTC(2025, 0, 21, 14, 40),
  sentBy: '',
  page: null,
  feedName: '美国之音',
  language: 'zh-CN',
  image: 'https://e.test/i.jpg',
  html: '<p>第一段 <b>重要</b></p><ul><li>一</li><li>二</li></ul><img src="/i.jpg" alt="图"><script>alert(1)</script>',
  base: 'https://e.test/',
  privateHosts: [],
  categories: ['国际', 'a: b'],
  enclosures: [{ url: 'https://e.test/a.mp3', type: 'audio/mpeg', length: 5, title: '', duration: null }],
};
