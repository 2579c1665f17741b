import { expect } from 'vitest';
import type { WithExtensionApi } from './extension-api';
import { type ExtensionPage, poll } from './extension-page';
import { popupSize, scenario, type World } from './scenario';
import { tabAt } from './tab-at';

const episodes = ['The evening edition', '晚报为什么回来了', 'Three editors'];

/** A feed of three recordings of so many seconds, newest first; `signature` is that of their addresses. */
function publishPodcast({ server }: World, seconds: number, signature: string): void {
  const items = episodes.map(
    (title, at) =>
      `<item><title>${title}</title><guid>${at}</guid><description>&lt;p&gt;Words about ${at}.&lt;/p&gt;</description>` +
      `<pubDate>${new Date(Date.now() - (at + 1) * 3_600_000).toUTCString()}</pubDate>` +
      `<enclosure type="audio/wav" length="1" url="${server.origin}/sound/${seconds + at}${signature}"/></item>`,
  );
  const title = '<title>Small Press Radio</title>';
  server.addSite('podcast', `<rss version="2.0"><channel>${title}${items.join('')}</channel></rss>`);
}

async function subscribeToPodcast(world: World, seconds: number, signature = ''): Promise<void> {
  publishPodcast(world, seconds, signature);
  await world.subscribe(world.server.feedUrl('podcast'));
}

const soundsAsked = ({ server }: World) =>
  server.log.exchanges.map(({ path }) => path).filter((path) => path.startsWith('/sound'));

const queueIs = (page: ExtensionPage, count: number) =>
  page.until(
    `${count} in the queue`,
    (wanted) => document.querySelector('.queue-count')?.textContent === String(wanted),
    count,
  );

/** Without a sound device Firefox plays what is muted, and gives up what is not. */
function mute(page: ExtensionPage): Promise<void> {
  return page.evaluate(async () => {
    const { tabs } = (globalThis as unknown as WithExtensionApi).chrome;
    await tabs.update((await tabs.getCurrent()).id, { muted: true });
  });
}

/** Opens the menu of an article's row, and chooses from it. */
async function fromRowMenu(reader: ExtensionPage, title: string, choice: string): Promise<void> {
  const row = (await reader.articlesListed()).find(({ name }) => name.includes(title));
  await reader.page.bringToFront();
  await reader.page.click(`article[data-entry-id="${row?.id}"]`, { button: 'right' });
  // the bar below has buttons of the same names
  await reader.until(
    choice,
    (words) => {
      const items = [...document.querySelectorAll<HTMLElement>(':popover-open .menu-item')];
      items.find(({ textContent }) => textContent === words)?.setAttribute('data-test-choice', '');
      return document.querySelector('[data-test-choice]') !== null;
    },
    choice,
  );
  await reader.clickOn('[data-test-choice]');
}

/** Moves the line to a second, which waits for the sound to be there; whether that place is in the extension's storage. */
async function isKeptFrom(seconds: number): Promise<boolean> {
  const line = document.querySelector<HTMLInputElement>('.listening .play-line');
  if (line && Number(line.value) < seconds) {
    line.value = String(seconds);
    line.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const { storage } = (globalThis as unknown as WithExtensionApi).chrome;
  const { hearing } = await storage.local.get('hearing');
  return Array.isArray(hearing) && hearing[1] >= seconds;
}

/** Keeps at hand what the page registers with the browser for the keys of headsets; before it begins to sound. */
function keepKeys(reader: ExtensionPage): Promise<void> {
  return reader.evaluate(() => {
    const { mediaSession } = navigator;
    const register = mediaSession.setActionHandler.bind(mediaSession);
    const keys: Record<string, MediaSessionActionHandler | null> = {};
    mediaSession.setActionHandler = (action, handler) => {
      register(action, handler);
      keys[action] = handler;
    };
    Object.assign(globalThis, { pressedKeys: keys });
  });
}

/** Presses one of them, and waits for the bar to follow. */
async function pressKey(reader: ExtensionPage, key: 'play' | 'pause', state: string): Promise<void> {
  await reader.evaluate((action) => {
    const { pressedKeys } = globalThis as unknown as {
      pressedKeys: Record<string, MediaSessionActionHandler | null>;
    };
    pressedKeys[action]?.({ action });
  }, key);
  await reader.until(
    `${state} after ${key}`,
    (wanted) =>
      document.querySelector('.listening')?.getAttribute('data-state') === wanted[0] &&
      navigator.mediaSession.playbackState === wanted[1],
    [state, key === 'play' ? 'playing' : 'paused'],
  );
}

/** Moves the line of the bar. */
function moveTo(reader: ExtensionPage, seconds: number): Promise<void> {
  return reader.evaluate((to) => {
    const line = document.querySelector<HTMLInputElement>('.listening .play-line');
    if (!line) return;
    line.value = String(to);
    line.dispatchEvent(new Event('input', { bubbles: true }));
  }, seconds);
}

scenario(
  'a recording is found by its address of today, and its place and the queue outlive a browser that is killed',
  async (world) => {
    const signed = (signature: string) => `?Expires=1&amp;Signature=${signature}`;
    await subscribeToPodcast(world, 60, signed('spent'));
    publishPodcast(world, 60, signed('fresh'));
    const reader = await world.browser.open('reader.html#/audio', { width: 1200, height: 800 });
    await mute(reader);
    await fromRowMenu(reader, 'Three editors', 'Add to queue');
    await queueIs(reader, 1);
    await fromRowMenu(reader, '晚报', 'Play');
    await reader.until(
      'sound',
      () => document.querySelector('.listening')?.getAttribute('data-state') === 'playing',
    );
    expect(new Set(soundsAsked(world))).toEqual(
      new Set(['spent', 'fresh'].map((signature) => `/sound/61?Expires=1&Signature=${signature}`)),
    );
    // so often it is written while it sounds, whatever becomes of the browser
    await reader.until('its place to be kept', isKeptFrom, 25);
    await world.browser.crash();
    world.server.log.clear();
    const again = await world.browser.open('reader.html#/audio', { width: 1200, height: 800 });
    await queueIs(again, 1);
    const bar = await again.until('the bar', () => {
      const time = document.querySelector('.listening .play-time')?.textContent;
      const title = document.querySelector('.now-title a')?.textContent;
      return time && title ? { title, at: Number(time.split(':')[1]) } : null;
    });
    expect(bar.title).toBe('晚报为什么回来了');
    // its length is not known before it is asked for
    expect(bar.at).toBeGreaterThanOrEqual(25);
    expect(soundsAsked(world)).toEqual([]);
  },
);

scenario('recordings are put in line, and nothing is asked for before play', async (world) => {
  await subscribeToPodcast(world, 60);
  const reader = await world.browser.open('reader.html#/audio', { width: 1200, height: 800 });
  await fromRowMenu(reader, '晚报', 'Add to queue');
  await queueIs(reader, 1);
  await reader.openArticle('Three editors');
  await reader.click('button', 'Play next');
  await queueIs(reader, 2);
  await reader.click('button', 'Queue 2');
  const titles = () => Array.from(document.querySelectorAll('.queue-title span'), (one) => one.textContent);
  await reader.until('the queue', () => document.querySelector('.queue-list') !== null);
  expect(await reader.evaluate(titles)).toEqual(['Three editors', '晚报为什么回来了']);
  await reader.evaluate(() => document.querySelector<HTMLElement>('.queue-row .grip')?.focus());
  await reader.page.keyboard.press('ArrowDown');
  await reader.until('the other order', () => {
    const first = document.querySelector('.queue-title span')?.textContent;
    return (
      first === '晚报为什么回来了' && document.activeElement?.getAttribute('aria-label')?.includes('Three')
    );
  });
  await reader.close();

  const again = await world.browser.open('reader.html#/all', { width: 1200, height: 800 });
  await queueIs(again, 2);
  expect(soundsAsked(world)).toEqual([]);
});

scenario(
  'a recording sounds on while articles change, the next one follows, and both are read and heard',
  async (world) => {
    await subscribeToPodcast(world, 12);
    const reader = await world.browser.open('reader.html#/audio', { width: 1200, height: 800 });
    await mute(reader);
    await keepKeys(reader);
    await reader.openArticle('晚报');
    await reader.click('button', 'Add to queue');
    await queueIs(reader, 1);
    await reader.openArticle('Three editors');
    await reader.click('button', 'Play 14');
    await reader.until(
      'sound',
      () => document.querySelector('.listening')?.getAttribute('data-state') === 'playing',
    );
    await reader.openArticle('The evening edition');
    const at = () => Number(document.querySelector<HTMLInputElement>('.listening .play-line')?.value ?? 0);
    await reader.until('it to sound on', at);
    expect(soundsAsked(world)).not.toContain('/sound/13');
    await pressKey(reader, 'pause', 'silent');
    await pressKey(reader, 'play', 'playing');
    await world.browser.send('markRead', { entryIds: [1, 2, 3], read: false });
    await world.badgeIs('3');
    // near to its end, so that the next one follows
    await moveTo(reader, 13);
    await reader.until('the next one', () => {
      const title = document.querySelector('.now-title a')?.textContent;
      return (
        title === '晚报为什么回来了' &&
        document.querySelector('.listening')?.getAttribute('data-state') === 'playing'
      );
    });
    await world.badgeIs('2');
    expect(soundsAsked(world)).toContain('/sound/13');
  },
);

scenario('without a voice, reading aloud says so', async (world) => {
  await subscribeToPodcast(world, 12);
  const reader = await world.browser.open('reader.html#/all', { width: 1200, height: 800 });
  await reader.openArticle('The evening edition');
  await reader.click('button', 'Read aloud');
  const words = await reader.until('an answer', () => {
    const bar = document.querySelector('section.listening');
    const isAnswered = bar?.querySelector('[role=alert]') || bar?.getAttribute('data-state') === 'speaking';
    return isAnswered && bar?.textContent;
  });
  const { length } = await reader.evaluate(() => speechSynthesis.getVoices());
  if (length === 0) expect(words).toContain('no voices');
  await reader.press('j');
  await reader.until('silence', () => document.querySelector('section.listening') === null);
});

scenario(
  'a finger marks a row to the right, and up and down it scrolls',
  async ({ browser, server, subscribe, badgeIs }) => {
    await subscribe(server.feedUrl('heise-developer'));
    await badgeIs('15');
    const reader = await browser.open('reader.html#/unread', { width: 360, height: 640 });
    await reader.articlesListed();
    const tools = await reader.page.createCDPSession();
    const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: { x: number; y: number }) =>
      tools.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] });
    await reader.page.bringToFront();
    await finger('touchStart', { x: 60, y: 120 });
    let x = 60;
    const isEnough = () => document.querySelector('.row[data-swipe$="enough"]') !== null;
    await poll(async () => {
      x = Math.min(x + 20, 180) + Math.random();
      await finger('touchMove', { x, y: 120 });
      return reader.evaluate(isEnough);
    });
    await finger('touchEnd');
    await badgeIs('14');
    await finger('touchStart', { x: 60, y: 500 });
    for (const y of [480, 440, 380, 300, 220]) await finger('touchMove', { x: 66, y });
    await finger('touchEnd');
    await reader.until(
      'the list to scroll',
      () => (document.querySelector('.list-scroller')?.scrollTop ?? 0) > 50,
    );
    await badgeIs('14');
  },
  { only: 'chromium' },
);

scenario(
  'what sounds in the popup sounds on in the reader',
  async (world) => {
    await subscribeToPodcast(world, 60);
    const popup = await world.browser.open('popup.html', popupSize);
    await popup.openArticle('Three editors');
    await popup.click('button', 'Play 62');
    await popup.until(
      'sound',
      () => document.querySelector('.listening')?.getAttribute('data-state') === 'playing',
    );
    await moveTo(popup, 20);
    await popup.click('button', 'Listen on in the reader');
    const reader = await tabAt(popup, /reader\.html#\/feed\/\d+\/entry\/\d+$/);
    await reader.shows('Words about 2.');
    // a browser may want a press on the new page first
    await reader.until('sound there, or a press to be asked for', () => {
      const at = Number(document.querySelector<HTMLInputElement>('.listening .play-line')?.value ?? 0);
      const isAsked = document.querySelector('.toasts')?.textContent?.includes('wants a press');
      const state = document.querySelector('.listening')?.getAttribute('data-state');
      return at >= 20 && (state === 'playing' || isAsked);
    });
  },
  // without a sound device Firefox gives up what is not muted
  { only: 'chromium' },
);
