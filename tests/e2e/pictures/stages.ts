import { fillStore } from '../../bench/fill-store';
import { healthStage, putStage } from '../health-stage';
import { addEverydayFeeds } from './everyday-feeds';
import { addOddFeeds } from './odd-feeds';
import type { Language, Stage, StageName } from './scene';

/** What a reader has when a scene begins, by name. */
export const stages: Record<StageName, (stage: Stage) => Promise<void>> = {
  /** The first run. */
  empty: ({ browser }) => browser.grantLoopback(),
  /** The first run of who has not allowed any site. */
  ungranted: async () => undefined,
  /** Some weeks of reading: folders, tags, searches, rules. */
  feeds: async (stage) => {
    await subscribeAll(stage);
    await arrange(stage);
  },
  /** Articles that are hard to set. */
  articles: async (stage) => {
    await stage.browser.grantLoopback();
    localImages(stage);
    stage.server.edit(lead, asOfNow);
    const names = [...addOddFeeds(stage.server), 'traditional-big5', 'adactio'];
    for (const site of names) await subscribe(stage, site);
  },
  /** Recordings. */
  podcasts: async (stage) => {
    await stage.browser.grantLoopback();
    addPodcast(stage);
    await subscribe(stage, 'podcast');
  },
  /** Feeds in every state of health, with a past that no fixture has. */
  health: (stage) => staged(stage),
  /** Three hundred feeds and many thousands of articles. */
  many: async (stage) => {
    await staged(stage, 300);
    const desk = await stage.browser.open('icon/16.png');
    await desk.evaluate(fillStore, { entries: 3000, everyRead: 7, bytesPerBody: 1500 });
    await desk.close();
  },
  /** Three hundred feeds of a slow server, in the middle of being checked. */
  polling: async (stage) => {
    await stage.browser.grantLoopback();
    const { feeds, ...rest } = healthStage(Date.now(), 300);
    const slow = feeds.map((feed, at) => ({
      ...feed,
      problem: null,
      sources: feed.sources
        .slice(0, 1)
        .map((source) => ({ ...source, url: slowFeed(stage, at), privateAllowed: true })),
      activeSource: 0,
    }));
    await put(stage, { feeds: slow, ...rest });
    const desk = await stage.browser.open('icon/16.png');
    await desk.evaluate(fillStore, { entries: 900, everyRead: 7, bytesPerBody: 1500 });
    await desk.close();
    // never answered where the browser closes before
    stage.browser.send('refresh', {}).catch(() => undefined);
  },
};

const slowFeed = ({ server }: Stage, at: number) => server.feedUrl('djg', 'delay', `ms=800&n=${at}`);

/** Subscribes to a site of the feed server; gives the feed's id. */
export async function subscribe({ browser, server }: Stage, site: string): Promise<number> {
  const answer = await browser.send('subscribe', { url: server.feedUrl(site) });
  if (!answer.ok) throw new Error(`${site}: ${JSON.stringify(answer.problem)}`);
  return answer.data.feedId;
}

const staged = (stage: Stage, count?: number) => put(stage, healthStage(Date.now(), count));

async function put({ browser }: Stage, rows: ReturnType<typeof healthStage>): Promise<void> {
  // nothing is allowed here: what is would be asked for at once, and these sites are not there
  const page = await browser.open('options.html');
  await page.until('the page', () => document.querySelector('h1') !== null);
  await putStage(page, rows);
  await page.close();
}

/** The lead comes last, so that it stands first. */
const lead = 'feedx-voachinese';

/** Where they stand in the tree; the other fixtures would show readers what only parsers need. */
const folders: Record<string, { names: Record<Language, string>; sites: readonly string[] }> = {
  news: {
    names: { en: 'News', zh_CN: '新闻', zh_TW: '新聞' },
    sites: ['harbour-daily', 'island-supplement', 'traditional-big5', 'google-news', lead],
  },
  technology: {
    names: { en: 'Technology', zh_CN: '技术', zh_TW: '技術' },
    sites: ['kernel-notes', 'heise-developer', 'github-releases', 'science-magazine'],
  },
};
const besides = [
  'slow-weekly',
  'lighthouse',
  'adactio',
  'craphound',
  'bret-log',
  'japanese-rdf',
  'all-things-chemical',
  'reply-all',
];

async function subscribeAll(stage: Stage): Promise<void> {
  await stage.browser.grantLoopback();
  localImages(stage);
  stage.server.edit(lead, (text) => asOfNow(firstAlone(text)));
  addEverydayFeeds(stage.server);
  for (const site of besides) await subscribe(stage, site);
  for (const { names, sites } of Object.values(folders)) {
    const made = await stage.browser.send('createFolder', { title: names[stage.language] });
    if (!made.ok) throw new Error(JSON.stringify(made.problem));
    for (const site of sites) {
      const feedId = await subscribe(stage, site);
      await stage.browser.send('moveFeed', { feedId, folderId: made.data.folderId });
    }
  }
}

/** Its others are there for tests of lists; the line before the text is what is hidden for who has read some of them. */
function firstAlone(text: string): string {
  let at = 0;
  return text
    .replace(/<item>[\s\S]*?<\/item>/g, (item) => (at++ === 0 ? item : ''))
    .replace(
      /(?:<|&lt;)div(?:>|&gt;)(?:<|&lt;)i(?:>|&gt;)[^<&]* GMT(?:<|&lt;)\/i(?:>|&gt;)(?:<|&lt;)\/div(?:>|&gt;)/,
      '',
    );
}

async function arrange({ browser, language }: Stage): Promise<void> {
  const page = await browser.open('reader.html#/all');
  const entryIds = (await page.articlesListed()).map(({ id }) => Number(id));
  await page.close();
  const [later = '', trade = '', star = ''] = {
    en: ['Later', 'Trade', 'Web'],
    zh_CN: ['稍后读', '贸易', '网络'],
    zh_TW: ['稍後讀', '貿易', '網路'],
  }[language];
  await browser.send('tagEntries', { entryIds: entryIds.slice(0, 4), add: [later] });
  await browser.send('tagEntries', { entryIds: entryIds.slice(2, 9), add: [trade] });
  await browser.send('saveSearch', { title: star, query: 'web is:unread' });
  await browser.send('saveSearch', { title: '', query: 'feed:adactio after:30d' });
  const rule = (text: string, verb: string, tag = '') => ({
    title: '',
    enabled: true,
    mode: 'any',
    conditions: [{ field: 'title', operator: 'contains', text }],
    actions: [{ verb, tag }],
  });
  await browser.send('setRules', {
    rules: [rule('Trump', 'star'), rule('podcast', 'tag', later), rule('sponsored', 'hide')],
  });
}

/** The proxy that the mirror names cannot be reached from a test; the server's own pictures stand for it. */
function localImages({ server }: Stage): void {
  server.edit(lead, (text) =>
    text.replace(
      /https:\/\/images\.weserv\.nl\?url=([\w./-]+)/g,
      (_, path: string) => `${server.origin}/image/${path}`,
    ),
  );
}

/** Dated some minutes ago, so that it stands first as it did on its day. */
function asOfNow(text: string): string {
  let minutes = 0;
  return text.replace(/<pubDate>[^<]*/g, () => {
    minutes = minutes * 3 + 2;
    return `<pubDate>${new Date(Date.now() - minutes * 60_000).toUTCString()}`;
  });
}

const episodes = [
  'The evening edition',
  '晚报为什么回来了',
  'Three editors and a printing press: how a town kept its paper',
  '書店的最後一個冬天',
  'Letters to the editor',
];

function addPodcast({ server }: Stage): void {
  const items = episodes.map(
    (title, at) =>
      `<item><title>${title}</title><guid>${at}</guid><description>&lt;p&gt;A conversation of some length, in which much is said and little is shouted.&lt;/p&gt;</description>` +
      `<pubDate>${new Date(Date.now() - (at + 1) * 3_600_000).toUTCString()}</pubDate>` +
      `<enclosure type="audio/wav" length="1" url="${at === 4 ? `${server.origin}/gone/4` : `${server.origin}/sound/${60 + at}`}"/></item>`,
  );
  server.addSite(
    'podcast',
    `<rss version="2.0"><channel><title>Small Press Radio</title>${items.join('')}</channel></rss>`,
  );
}
