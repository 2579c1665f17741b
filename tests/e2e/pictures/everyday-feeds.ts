import type { FeedServer } from '../../server/feed-server';

interface EverydayArticle {
  title: string;
  text: string;
  /** Before now. */
  minutes: number;
  pictured?: boolean;
}

interface EverydayFeed {
  site: string;
  title: string;
  articles: readonly EverydayArticle[];
}

/** Feeds as many have them, so that a picture shows what a reader would see. All invented. */
const everyday: readonly EverydayFeed[] = [
  {
    site: 'harbour-daily',
    title: '海港日报',
    articles: [
      {
        title: '第四季度出口增长超出预期，港口连夜加开船班',
        text: '分析师说，增长主要来自提前出货，内需仍然疲弱。港务局表示，夜间作业将持续到月底。',
        minutes: 18,
        pictured: true,
      },
      {
        title: '老城区最后一家活字印刷厂，今天照常开门',
        text: '铅字架有三层楼高。师傅说，年轻人来这里，多半是为了印一张自己的名片。',
        minutes: 205,
        pictured: true,
      },
      {
        title: '渡轮冬季时刻表公布，末班船提前半小时',
        text: '自下周一起，往返南北两岸的渡轮改行冬季班次。',
        minutes: 610,
      },
    ],
  },
  {
    site: 'kernel-notes',
    title: 'Kernel Notes',
    articles: [
      {
        title: 'A look at the new io_uring-based file cache',
        text: 'The merge window brought a reworked page cache for files that are read once and never again.',
        minutes: 41,
      },
      {
        title: 'What it takes to retire a system call',
        text: 'Nothing that user space has come to rely on can be removed. A short history of the attempts.',
        minutes: 330,
      },
    ],
  },
  {
    site: 'lighthouse',
    title: 'The Lighthouse Review',
    articles: [
      {
        title: 'The library that lends out silence',
        text: 'On the third floor there is a room without a catalogue. Readers come for an hour and leave their telephones with the porter.',
        minutes: 66,
        pictured: true,
      },
      {
        title: 'In praise of the marginal note',
        text: 'Whoever writes beside a text talks with someone who cannot answer, and listens all the better.',
        minutes: 1500,
      },
    ],
  },
  {
    site: 'island-supplement',
    title: '島嶼副刊',
    articles: [
      {
        title: '書店的最後一個冬天：租約、讀者與一隻貓',
        text: '過去一年，又有三家獨立書店結業。店主說：「我們不是賣書，是賣一個地方。」',
        minutes: 128,
        pictured: true,
      },
      {
        title: '山路重開之後，誰最先回來',
        text: '步道封閉半年，最先回來的是藍腹鷴，其次才是登山客。',
        minutes: 900,
      },
    ],
  },
  {
    site: 'slow-weekly',
    title: '慢读周刊',
    articles: [
      {
        title: '为什么越来越多的年轻人重新使用 RSS',
        text: '算法推荐让人疲惫，订阅源回到了人们的浏览器。',
        minutes: 1440,
      },
      {
        title: '本周话题：纸质书的下一站',
        text: '纸质书会消失吗？也许不会，但它会变成另一种东西。',
        minutes: 2900,
        pictured: true,
      },
    ],
  },
];

/** Adds them to the server; gives the sites' names. */
export function addEverydayFeeds(server: FeedServer): string[] {
  for (const feed of everyday) {
    const items = feed.articles.map((article, at) => itemOf(feed.site, article, at)).join('');
    server.addSite(
      feed.site,
      `<rss version="2.0"><channel><title>${feed.title}</title><link>http://feeds.test/page/${feed.site}</link>${items}</channel></rss>`,
    );
  }
  return everyday.map(({ site }) => site);
}

function itemOf(site: string, { title, text, minutes, pictured }: EverydayArticle, at: number): string {
  const image = pictured ? `<p><img src="http://feeds.test/image/${site}-${at}.png" alt=""></p>` : '';
  const date = new Date(Date.now() - minutes * 60_000).toUTCString();
  return `<item><title>${title}</title><link>http://feeds.test/page/${site}-${at}</link><guid isPermaLink="false">${site}-${at}</guid><pubDate>${date}</pubDate><description><![CDATA[${image}<p>${text}</p>]]></description></item>`;
}
