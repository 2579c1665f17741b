import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTruthProxy, type TruthProxy } from '../security/truth-proxy';
import { type FeedServer, startFeedServer } from '../server/feed-server';
import { type ExtensionPage, poll } from './extension-page';
import { inEachBrowser } from './in-each-browser';
import { launchWatched, type WatchedBrowser } from './security/watched-browser';

const frames: Record<string, string> = {
  'A film': 'https://www.youtube.com/embed/dQw4w9WgXcQ',
  一部影片: '//player.bilibili.com/player.html?bvid=BV1xx411c7mD',
  'Another film': 'https://player.vimeo.com/video/76979871',
  'A record': 'https://open.spotify.com/embed/album/4rOoJ6Egrf8K2IrywzwOMk',
  'A sound': 'https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1',
  'A tape': 'https://bandcamp.com/EmbeddedPlayer/album=1/size=large/',
  'A short message': 'https://platform.twitter.com/embed/Tweet.html?id=20',
  一条微博: 'https://weibo.com/tv/show/1034:4888',
};

const body = [
  ...Object.entries(frames).map(
    ([title, src]) =>
      `<iframe width="560" height="315" src="${src}" title="${title}" allow="autoplay"></iframe>`,
  ),
  '<iframe src="https://www.youtube.com.evil.test/embed/dQw4w9WgXcQ" title="Evil"></iframe>',
  '<p>The end.</p>',
].join('');

const feed = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Embeds</title>
<item><guid>1</guid><title>Players</title><content:encoded><![CDATA[${body}]]></content:encoded></item></channel></rss>`;

/** The words of each place and of its button. */
function readPlaces(): { words: string; button: string; link: string }[] {
  return Array.from(document.querySelectorAll('[data-article-body] [data-embed]'), ({ shadowRoot }) => ({
    words: shadowRoot?.querySelector('.words')?.textContent ?? '',
    button: shadowRoot?.querySelector('button')?.getAttribute('aria-label') ?? '',
    link: shadowRoot?.querySelector('a')?.href ?? '',
  }));
}

function press(words: string): void {
  for (const { shadowRoot } of document.querySelectorAll('[data-article-body] [data-embed]'))
    if (shadowRoot?.textContent?.includes(words)) shadowRoot.querySelector('button')?.click();
}

/** The attributes of the frames that stand in places. */
function readFrames(): Record<string, string>[] {
  return Array.from(document.querySelectorAll('[data-embed]'), ({ shadowRoot }) =>
    shadowRoot?.querySelector('iframe'),
  ).flatMap((frame) =>
    frame ? [Object.fromEntries(Array.from(frame.attributes, ({ name, value }) => [name, value]))] : [],
  );
}

inEachBrowser('embeds in %s', (name) => {
  let proxy: TruthProxy;
  let server: FeedServer;
  let watched: WatchedBrowser;
  let page: ExtensionPage;

  beforeAll(async () => {
    proxy = await startTruthProxy();
    server = await startFeedServer();
    server.addSite('embeds', feed);
    watched = await launchWatched(name, proxy.port);
    const answer = await watched.session.send('subscribe', { url: server.feedUrl('embeds') });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    page = await watched.session.open('reader.html#/all', { width: 1280, height: 1200 });
  }, 60_000);

  afterAll(async () => {
    await watched?.close();
    await server?.close();
    await proxy?.close();
  });

  const services = /youtube|bilibili|vimeo|spotify|soundcloud|bandcamp|twitter|weibo|x\.com|evil/;
  const hosts = () => [
    ...proxy.tunnels.filter((host) => services.test(host)),
    ...proxy.asked.map(({ host }) => host).filter((host) => services.test(host)),
  ];

  test('a press, and nothing before it, asks the player; the look-alike is not offered (REQ-13)', async () => {
    await page.openArticle('Players');
    await page.until('eight places', () => document.querySelectorAll('[data-embed]').length === 8);
    const places = await page.evaluate(readPlaces);
    expect(places.map(({ button }) => button)).toEqual([
      ...Object.keys(frames)
        .slice(0, 6)
        .map((title) => `Play: ${title}`),
      '',
      '',
    ]);
    expect(places[0]?.words).toContain('www.youtube-nocookie.com');
    expect(places.map(({ link }) => new URL(link).hostname)).toContain('x.com');
    // Long enough for what would be asked for by itself: a frame, a look-up, a connection made in advance.
    await new Promise((done) => setTimeout(done, 1000));
    expect(hosts()).toEqual([]);
    expect(await page.evaluate(readFrames)).toEqual([]);

    await page.evaluate(press, 'A film');
    await poll(async () => proxy.asked.some(({ host }) => host === 'www.youtube-nocookie.com'));
    const [frame, ...more] = await page.evaluate(readFrames);
    expect(more).toEqual([]);
    expect(frame).toMatchObject({
      src: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1',
      referrerpolicy: 'no-referrer',
      sandbox: 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
      title: 'A film',
      credentialless: '',
    });
    // Chromium's page asks without cookies, and keeps frames out that would ask with them
    const loaded = () => page.page.frames().map((one) => one.url());
    if (name === 'chromium') expect(await poll(async () => loaded().includes(frame?.src ?? ''))).toBe(true);
    expect([...new Set(hosts())]).toEqual(['www.youtube-nocookie.com']);
    const asked = proxy.asked.filter(({ host }) => services.test(host));
    expect(asked.map(({ path, referer, cookie }) => [path, referer, cookie])[0]).toEqual([
      '/embed/dQw4w9WgXcQ?autoplay=1',
      '',
      '',
    ]);
  });

  test('each press asks its own player at its exact host, and no other', async () => {
    const players: Record<string, string> = {
      一部影片: 'player.bilibili.com',
      'Another film': 'player.vimeo.com',
      'A record': 'open.spotify.com',
      'A sound': 'w.soundcloud.com',
      'A tape': 'bandcamp.com',
    };
    const asked = new Set(hosts());
    for (const [words, host] of Object.entries(players)) {
      await page.evaluate(press, words);
      await poll(async () => hosts().includes(host));
      asked.add(host);
      expect(new Set(hosts()), words).toEqual(asked);
    }
    expect(asked.size).toBe(6);
    for (const { host, referer, cookie } of proxy.asked)
      if (services.test(host)) expect([host, referer, cookie]).toEqual([host, '', '']);
  });

  test('the policy lets no frame in but those players, should anything try', async () => {
    const before = proxy.asked.length;
    const blocked = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      const refused = new Promise<string>((done) => {
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), {
          once: true,
        });
      });
      frame.src = 'https://frame.evil.test/';
      document.body.append(frame);
      return refused;
    });
    expect(blocked).toBe('frame-src');
    expect(proxy.asked.slice(before).filter(({ host }) => host === 'frame.evil.test')).toEqual([]);
  });
});
