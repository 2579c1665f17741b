/** One feed that a newcomer may start with. */
export interface StarterFeed {
  title: string;
  /** Where it is asked for, first to be tried first: for Chinese news the full-text mirror, its twin, then the publisher. */
  addresses: readonly [string, ...string[]];
  site: string;
}

export interface StarterSet {
  /** What its name and its folder are found by in the locales. */
  id: 'newsHans' | 'newsHant' | 'techHans' | 'world' | 'tech' | 'science';
  language: 'zh-Hans' | 'zh-Hant' | 'en';
  feeds: readonly StarterFeed[];
}

const mirrored = (name: string, publisher?: string): readonly [string, ...string[]] => [
  `https://feedx.net/rss/${name}.xml`,
  `https://feedx.site/rss/${name}.xml`,
  ...(publisher === undefined ? [] : [publisher]),
];

/** Addresses that publishers and mirrors announce; each is only asked for once the reader has chosen its set. */
export const starterSets: readonly StarterSet[] = [
  {
    id: 'newsHans',
    language: 'zh-Hans',
    feeds: [
      {
        title: 'BBC 中文',
        addresses: mirrored('bbc', 'https://feeds.bbci.co.uk/zhongwen/simp/rss.xml'),
        site: 'https://www.bbc.com/zhongwen/simp',
      },
      {
        title: '德国之声',
        addresses: mirrored('dw', 'https://rss.dw.com/rdf/rss-chi-all'),
        site: 'https://www.dw.com/zh/',
      },
      {
        title: '法国国际广播电台',
        addresses: mirrored('rfi', 'https://www.rfi.fr/cn/rss'),
        site: 'https://www.rfi.fr/cn/',
      },
      {
        title: '纽约时报中文网',
        addresses: mirrored('nytimes', 'https://cn.nytimes.com/rss/'),
        site: 'https://cn.nytimes.com/',
      },
      { title: '联合早报', addresses: mirrored('zaobao'), site: 'https://www.zaobao.com/' },
      { title: '澎湃新闻', addresses: mirrored('thepaper'), site: 'https://www.thepaper.cn/' },
    ],
  },
  {
    id: 'newsHant',
    language: 'zh-Hant',
    feeds: [
      {
        title: 'BBC 中文',
        addresses: ['https://feeds.bbci.co.uk/zhongwen/trad/rss.xml'],
        site: 'https://www.bbc.com/zhongwen/trad',
      },
      {
        title: '法國國際廣播電台',
        addresses: ['https://www.rfi.fr/tw/rss'],
        site: 'https://www.rfi.fr/tw/',
      },
      {
        title: '公視新聞網',
        addresses: ['https://news.pts.org.tw/xml/newsfeed.xml'],
        site: 'https://news.pts.org.tw/',
      },
      {
        title: '中央社 政治',
        addresses: ['https://feeds.feedburner.com/rsscna/politics'],
        site: 'https://www.cna.com.tw/',
      },
      {
        title: '香港電台 本地',
        addresses: ['https://rthk.hk/rthk/news/rss/c_expressnews_clocal.xml'],
        site: 'https://news.rthk.hk/',
      },
    ],
  },
  {
    id: 'techHans',
    language: 'zh-Hans',
    feeds: [
      { title: '少数派', addresses: ['https://sspai.com/feed'], site: 'https://sspai.com/' },
      {
        title: '奇客 Solidot',
        addresses: ['https://www.solidot.org/index.rss'],
        site: 'https://www.solidot.org/',
      },
      { title: '爱范儿', addresses: ['https://www.ifanr.com/feed'], site: 'https://www.ifanr.com/' },
      { title: 'IT之家', addresses: ['https://www.ithome.com/rss/'], site: 'https://www.ithome.com/' },
    ],
  },
  {
    id: 'world',
    language: 'en',
    feeds: [
      {
        title: 'BBC World',
        addresses: ['https://feeds.bbci.co.uk/news/world/rss.xml'],
        site: 'https://www.bbc.com/news/world',
      },
      {
        title: 'The Guardian',
        addresses: ['https://www.theguardian.com/world/rss'],
        site: 'https://www.theguardian.com/world',
      },
      {
        title: 'Al Jazeera',
        addresses: ['https://www.aljazeera.com/xml/rss/all.xml'],
        site: 'https://www.aljazeera.com/',
      },
      { title: 'NPR', addresses: ['https://feeds.npr.org/1004/rss.xml'], site: 'https://www.npr.org/' },
    ],
  },
  {
    id: 'tech',
    language: 'en',
    feeds: [
      {
        title: 'Ars Technica',
        addresses: ['https://feeds.arstechnica.com/arstechnica/index'],
        site: 'https://arstechnica.com/',
      },
      { title: 'LWN', addresses: ['https://lwn.net/headlines/rss'], site: 'https://lwn.net/' },
      {
        title: 'Hacker News',
        addresses: ['https://hnrss.org/frontpage'],
        site: 'https://news.ycombinator.com/',
      },
      {
        title: 'The Verge',
        addresses: ['https://www.theverge.com/rss/index.xml'],
        site: 'https://www.theverge.com/',
      },
    ],
  },
  {
    id: 'science',
    language: 'en',
    feeds: [
      {
        title: 'Quanta Magazine',
        addresses: ['https://www.quantamagazine.org/feed/'],
        site: 'https://www.quantamagazine.org/',
      },
      { title: 'Phys.org', addresses: ['https://phys.org/rss-feed/'], site: 'https://phys.org/' },
      {
        title: 'ScienceDaily',
        addresses: ['https://www.sciencedaily.com/rss/all.xml'],
        site: 'https://www.sciencedaily.com/',
      },
      { title: 'Nautilus', addresses: ['https://nautil.us/feed/'], site: 'https://nautil.us/' },
    ],
  },
];

/** The sets with those in the reader's own language first; `language` as a BCP 47 tag. */
export function setsFor(language: string): readonly StarterSet[] {
  const wanted = ownLanguage(language);
  const near = (set: StarterSet) =>
    set.language === wanted ? 0 : set.language.slice(0, 2) === wanted.slice(0, 2) ? 1 : 2;
  return [...starterSets].sort((a, b) => near(a) - near(b));
}

function ownLanguage(language: string): StarterSet['language'] {
  if (!/^zh\b/i.test(language)) return 'en';
  return /hant|tw|hk|mo/i.test(language) ? 'zh-Hant' : 'zh-Hans';
}

/** Match patterns of all sites that these sets may be asked from. */
export function patternsOf(sets: readonly StarterSet[]): string[] {
  const addresses = sets.flatMap(({ feeds }) => feeds.flatMap((feed) => feed.addresses));
  return [...new Set(addresses.map((address) => `*://${new URL(address).hostname}/*`))];
}
