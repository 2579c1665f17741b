import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asked, png, startTruthProxy, type TruthProxy } from '../security/truth-proxy';
import { type FeedServer, startFeedServer } from '../server/feed-server';
import { type ExtensionPage, poll } from './extension-page';
import { inEachBrowser } from './in-each-browser';
import { changeInFirefox, launchWatched, type WatchedBrowser } from './security/watched-browser';

const first = `https://first-proxy.test/?url=\${href_ue}`;
const second = `https://second-proxy.test/\${host}\${pathname}`;

/** The sites of this small internet; each image's name is its site's, so that the log tells which image was asked for. */
const answers: Record<
  string,
  (response: Parameters<Parameters<typeof startTruthProxy>[0] & object>[1]) => void
> = {
  'blocked.test': (response) => response.writeHead(403).end(),
  'failing.test': (response) => response.destroy(),
  'html.test': (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Not here.</p>'),
  'moved.test': (response) => response.writeHead(302, { Location: 'https://moved-to.test/it.png' }).end(),
  'stalling.test': () => undefined,
  'hot.test': (response) => response.writeHead(403).end(),
  'wsrv.nl': (response) => response.writeHead(502).end(),
  'first-proxy.test': (response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Too many requests</p>'),
};

function reply({ host }: Asked, response: Parameters<(typeof answers)[string]>[0]): void {
  const special = answers[host];
  if (special) special(response);
  else response.writeHead(200, { 'Content-Type': 'image/png', 'Cache-Control': 'no-store' }).end(png);
}

const image = (src: string, more = '') =>
  `<img width="20" height="20" src="${src}" alt="${/[\w-]+\.png/.exec(src + more)}" ${more}>`;

const articles: Record<string, string> = {
  'Many sites': [
    image('https://good.test/good.png'),
    image('https://wsrv.nl/?url=origin.test/origin.png'),
    image('https://i0.wp.com/hot.test/hot.png?w=300'),
    image('https://moved.test/moved.png'),
    image('data:image/gif;base64,R0lGODlhAQABAAAAACw=', 'data-src="https://late.test/late.png"'),
    image('https://blocked.test/blocked.png'),
    image('https://html.test/html.png'),
    image('https://failing.test/failing.png'),
    image('https://blocked.test/secret.png?token=abc'),
    // Its webp and its large file lead nowhere, the plain one does.
    `<picture><source type="image/webp" srcset="https://html.test/many.webp">
${image('https://many.test/many.png', 'srcset="https://failing.test/many-large.png 1x"')}</picture>`,
  ].join(''),
  'A slow site': image('https://stalling.test/stalling.png'),
};

function feed(): string {
  const items = Object.entries(articles).map(
    ([title, html]) =>
      `<item><guid>${title}</guid><title>${title}</title><link>https://site.test/${title.length}?b=2&amp;utm_source=rss&amp;a=1</link>
<content:encoded><![CDATA[<p>The text of ${title}.</p>${html}<p>The end.</p>]]></content:encoded></item>`,
  );
  return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Images</title>
<link>https://site.test/</link>${items.join('')}</channel></rss>`;
}

interface Shown {
  /** Addresses of the images that have come. */
  come: string[];
  /** The words and the button of each that has not. */
  places: string[];
}

/** What the open article shows. */
function readImages(): Shown {
  const body = document.querySelector('[data-article-body]');
  const images = Array.from(body?.querySelectorAll('img') ?? []);
  const spans = Array.from(body?.querySelectorAll('span') ?? []);
  return {
    come: images.filter((one) => one.complete && one.naturalWidth > 0).map(({ src }) => src),
    places: spans.flatMap(({ shadowRoot }) =>
      shadowRoot
        ? [Array.from(shadowRoot.querySelectorAll('span, button'), (part) => part.textContent).join(' | ')]
        : [],
    ),
  };
}

/** Presses the button in the place of the first image with these words. */
function pressPlace(words: string): void {
  const spans = Array.from(document.querySelectorAll('[data-article-body] span'));
  const place = spans.find(({ shadowRoot }) => shadowRoot?.textContent?.includes(words));
  place?.shadowRoot?.querySelector('button')?.click();
}

interface WithSession {
  chrome: { storage: { session: { get(key: string): Promise<Record<string, [string, string][]>> } } };
}

/** Whether so many sites' ways are remembered. */
async function noted(sites: number): Promise<boolean> {
  const { storage } = (globalThis as unknown as WithSession).chrome;
  return (await storage.session.get('image-ways'))['image-ways']?.length === sites;
}

/** Puts a copy of an image into the store, as keeping an article for later would. */
async function keepCopy(address: string, bytes: number[]): Promise<void> {
  const promised = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const database = await promised(indexedDB.open('broadsheet'));
  const writing = database.transaction(['images', 'imageFiles'], 'readwrite');
  const blob = new Blob([new Uint8Array(bytes)], { type: 'image/png' });
  writing.objectStore('imageFiles').put({ hash: 'test', blob, bytes: bytes.length });
  writing.objectStore('images').put({ address, hash: 'test' });
  await new Promise<void>((done, fail) => {
    writing.oncomplete = () => done();
    writing.onabort = () => fail(writing.error);
  });
  database.close();
}

/** Puts an icon for the only feed into the store, as the background would. */
async function keepIcon(bytes: number[]): Promise<void> {
  const promised = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const database = await promised(indexedDB.open('broadsheet'));
  const [feedId] = await promised(database.transaction('feeds').objectStore('feeds').getAllKeys());
  const writing = database.transaction('icons', 'readwrite');
  const blob = new Blob([new Uint8Array(bytes)], { type: 'image/png' });
  await promised(writing.objectStore('icons').put({ feedId, blob, askedAt: Date.now() }));
  database.close();
}

inEachBrowser('images in %s', (name) => {
  let proxy: TruthProxy;
  let server: FeedServer;
  let watched: WatchedBrowser;
  let page: ExtensionPage;

  beforeAll(async () => {
    proxy = await startTruthProxy(reply);
    server = await startFeedServer();
    server.addSite('images', feed());
    watched = await launchWatched(name, proxy.port);
    const answer = await watched.session.send('subscribe', { url: server.feedUrl('images') });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    page = await watched.session.open('reader.html#/all', { width: 1280, height: 1200 });
  }, 60_000);

  afterAll(async () => {
    await watched?.close();
    await server?.close();
    await proxy?.close();
  });

  /** Hosts that were asked for the image of this name, in order. */
  const hostsOf = (image: string) =>
    proxy.asked.filter(({ path }) => path.includes(image)).map(({ host }) => host);

  const allHosts = () =>
    new Set(proxy.asked.map(({ host }) => host).filter((host) => host.endsWith('.test')));

  /** Opens an article on a fresh page; the log holds what that causes alone. */
  async function read(title: string): Promise<void> {
    await page.go('icon/16.png');
    proxy.asked.length = 0;
    await page.go('reader.html#/all');
    await page.openArticle(title);
    await page.until('the end', () =>
      document.querySelector('[data-article-body]')?.textContent?.includes('The end.'),
    );
  }

  /** Waits until so many images have come and so many have not. */
  async function settled(come: number, places: number, patience = 15_000): Promise<Shown> {
    const done = async () => {
      const shown = await page.evaluate(readImages);
      return shown.come.length === come && shown.places.length === places ? shown : null;
    };
    const shown = await poll(done, patience);
    if (shown) return shown as Shown;
    const asked = proxy.asked.map(({ host, path }) => host + path);
    throw new Error(`Not settled: ${JSON.stringify([await page.evaluate(readImages), asked])}`);
  }

  async function choose(policy: string): Promise<void> {
    await page.go('options.html#images');
    await page.click('button', policy);
    await page.until(
      'the choice',
      (wanted) =>
        Array.from(
          document.querySelectorAll('button[aria-pressed="true"]'),
          (one) => one.textContent,
        ).includes(wanted),
      policy,
    );
  }

  test('the original is asked first, then the address as given; no proxy before the reader names one', async () => {
    await read('Many sites');
    const { places } = await settled(6, 4);
    expect(hostsOf('origin.png')).not.toContain('wsrv.nl');
    expect(hostsOf('origin.png')).toContain('origin.test');
    expect(hostsOf('hot.png')).toEqual(['hot.test', 'i0.wp.com']);
    expect(hostsOf('late.png')).toEqual(['late.test']);
    expect([...hostsOf('many.webp'), ...hostsOf('many.png')]).toEqual(['html.test', 'many.test']);
    expect(new Set(proxy.asked.map(({ host }) => host)).has('moved-to.test')).toBe(true);
    expect([...allHosts()].filter((host) => host.includes('proxy'))).toEqual([]);
    expect(
      places.every((words) => words.endsWith('| Try again')),
      places.join('\n'),
    ).toBe(true);
    expect(places.some((words) => words.startsWith('blocked.png'))).toBe(true);
    for (const { referer, cookie } of proxy.asked) expect([referer, cookie]).toEqual(['', '']);
    const before = hostsOf('html.png').length;
    await page.evaluate(pressPlace, 'html.png');
    await poll(async () => hostsOf('html.png').length > before);
    expect(hostsOf('html.png').length).toBeGreaterThan(before);
    await settled(6, 4);
  });

  test('proxies are named in the settings, tried there, and asked in order when the site does not give', async () => {
    await page.go('options.html#images');
    for (const template of [first, second]) {
      await page.fill('Another proxy', template);
      await page.click('button', 'Add proxy');
      await page.shows(template);
    }
    await page.fill('Another proxy', first.replace('https:', 'http:'));
    await page.click('button', 'Add proxy');
    await page.shows('This cannot be used as a proxy.');
    proxy.asked.length = 0;
    await page.click('button', 'Try it: first-proxy.test');
    await page.shows('No image came from first-proxy.test');
    await page.click('button', 'Try it: second-proxy.test');
    await page.shows('second-proxy.test sent the picture of “');
    // Of an article that she has, and of nothing else.
    expect(
      proxy.asked.filter(({ host, path }) => host === 'second-proxy.test' && !path.endsWith('.png')),
    ).toEqual([]);
    expect([...allHosts()].filter((host) => !host.endsWith('-proxy.test'))).toEqual([]);

    await read('Many sites');
    const { places } = await settled(9, 1);
    const way = ['first-proxy.test', 'second-proxy.test'];
    expect(hostsOf('blocked.png')).toEqual(['blocked.test', ...way]);
    expect(hostsOf('html.png')).toEqual(['html.test', ...way]);
    expect(hostsOf('failing.png').slice(-2)).toEqual(way);
    expect(hostsOf('good.png').filter((host) => host !== 'good.test')).toEqual([]);
    expect(new Set(hostsOf('secret.png'))).toEqual(new Set(['blocked.test']));
    expect(places).toHaveLength(1);
  });

  test('what worked for a site is asked first the next time', async () => {
    await page.until('four sites noted', noted, 4);
    await read('Many sites');
    await settled(9, 1);
    expect(hostsOf('blocked.png')).toEqual(['second-proxy.test']);
    expect(hostsOf('html.png')).toEqual(['second-proxy.test']);
    expect(hostsOf('hot.png')).toEqual(['i0.wp.com']);
    expect(new Set(hostsOf('origin.png'))).toEqual(new Set(['origin.test']));
  });

  test('on click nothing is asked for before, all of it after', async () => {
    await choose('On click');
    await read('Many sites');
    // One image alone, then all that are left.
    const { places } = await settled(0, 10);
    const undressed = () =>
      Array.from(
        document.querySelectorAll('[data-article-body] span'),
        ({ shadowRoot }) => shadowRoot,
      ).filter((root) => root && root.adoptedStyleSheets.length !== 1).length;
    expect(await page.evaluate(undressed)).toBe(0);
    expect([...allHosts()]).toEqual([]);
    expect(
      places.every((words) => words.endsWith('| Load image')),
      places.join('\n'),
    ).toBe(true);
    await page.evaluate(pressPlace, 'late.png');
    await settled(1, 9);
    expect([...allHosts()]).toEqual(['late.test']);
    await page.click('button', 'Load all images in this article');
    await settled(9, 1);
  });

  test('only through proxies no site is asked, not even when the proxies fail', async () => {
    await choose('Only through proxies');
    await read('Many sites');
    const { places } = await settled(9, 1);
    expect([...allHosts()].filter((host) => !host.endsWith('-proxy.test'))).toEqual([]);
    expect(places[0]).toContain('Load from blocked.test');
  });

  test('only kept copies: nobody is asked, and what is kept is shown', async () => {
    await choose('Only kept copies');
    await read('Many sites');
    const { places } = await settled(0, 10);
    await page.evaluate(keepCopy, 'https://blocked.test/blocked.png', [...png]);
    await read('Many sites');
    const { come } = await settled(1, 9);
    await new Promise((done) => setTimeout(done, 500));
    expect([...allHosts()]).toEqual([]);
    expect(come[0]).toMatch(/^blob:/);
    expect(places.filter((words) => words.includes('|'))).toEqual([]);
  });

  test('a feed may have a rule of its own, which outlives the page and goes before the general one', async () => {
    await choose('Always');
    await read('Many sites');
    await settled(9, 1);
    expect(allHosts().size).toBeGreaterThan(0);
    const chosen = () => document.querySelector<HTMLSelectElement>('.feed-images select')?.value;
    await page.page.select('.feed-images select', 'cached');
    // As soon as it is chosen, for the article that is open too: only the copy of the last test is left.
    await settled(1, 9);
    await read('Many sites');
    await settled(1, 9);
    await new Promise((done) => setTimeout(done, 500));
    expect([...allHosts()]).toEqual([]);
    expect(await page.evaluate(chosen)).toBe('cached');
    await page.page.select('.feed-images select', '');
    await settled(9, 1);
  });

  test('the icon that is kept of a feed stands in place of its letter; nobody is asked for it', async () => {
    await page.go('icon/16.png');
    await page.go('reader.html#/all');
    const letter = () => document.querySelector('span.feed-mark')?.textContent === 'I';
    await page.until('the letter', letter);
    await page.evaluate(keepIcon, [...png]);
    proxy.asked.length = 0;
    // To the same page with another hash would be no new page.
    await page.go('icon/16.png');
    await page.go('reader.html#/all');
    const icons = () =>
      Array.from(document.querySelectorAll<HTMLImageElement>('img.feed-mark')).filter(
        ({ complete, naturalWidth, src }) => complete && naturalWidth > 0 && src.startsWith('blob:'),
      ).length;
    await poll(async () => (await page.evaluate(icons)) >= 3);
    expect(await page.evaluate(icons)).toBeGreaterThanOrEqual(3);
    expect(proxy.asked.filter(({ path }) => path.includes('favicon'))).toEqual([]);
  });

  test('the way to the original is without tracking parameters, the copied link with them', async () => {
    await read('Many sites');
    const shown = () => document.querySelector<HTMLAnchorElement>('a.original')?.href;
    expect(await page.evaluate(shown)).toBe('https://site.test/10?b=2&a=1');
    await page.click('button', 'Copy original link');
    await page.shows('Link copied.');
    await page.go('options.html#images');
    await page.fill('Another proxy', '');
    await page.page.keyboard.down('Control');
    await page.page.keyboard.press('v');
    await page.page.keyboard.up('Control');
    const pasted = () => document.querySelector<HTMLInputElement>('#own-proxy')?.value;
    await poll(async () => (await page.evaluate(pasted)) !== '', 3000);
    expect(await page.evaluate(pasted)).toBe('https://site.test/10?b=2&utm_source=rss&a=1');
  });

  test('a site that never answers is given up after some seconds', async () => {
    await choose('Always');
    await read('A slow site');
    const started = Date.now();
    await settled(1, 0, 30_000);
    expect(Date.now() - started).toBeGreaterThan(10_000);
    expect(hostsOf('stalling.png').slice(-2)).toEqual(['first-proxy.test', 'second-proxy.test']);
  }, 60_000);

  // Chromium has no such permission.
  test.runIf(name === 'firefox')(
    'a proxy is told nothing once Firefox may not tell it any more',
    async () => {
      const told = () => proxy.asked.filter(({ host }) => host.endsWith('-proxy.test'));
      await choose('Only through proxies');
      await read('Many sites');
      await settled(9, 1);
      expect(told().length).toBeGreaterThan(0);
      const data = ['browsingActivity', 'websiteContent'];
      const what = { permissions: [], origins: [], data_collection: data };
      await changeInFirefox(watched.session.browser, 'remove', what);
      proxy.asked.length = 0;
      // In the page that was open all the time, and in a fresh one.
      await page.evaluate(() => {
        location.hash = '#/all';
      });
      await page.openArticle('Many sites');
      await settled(1, 9);
      expect(told()).toEqual([]);
      await read('Many sites');
      await settled(1, 9);
      await new Promise((done) => setTimeout(done, 500));
      expect([...allHosts()]).toEqual([]);
      await changeInFirefox(watched.session.browser, 'add', what);
      await read('Many sites');
      await settled(9, 1);
    },
  );
});
