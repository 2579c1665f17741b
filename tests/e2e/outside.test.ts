import { expect } from 'vitest';
import { type BrowserHands, handsOf } from './browser-hands';
import type { ExtensionPage } from './extension-page';
import { scenario, type World } from './scenario';
import { tabAt } from './tab-at';

const article = '特朗普宣誓就职几个小时后，习近平与普京举行视频会晤';

function addPage({ server }: World): string {
  const words = '<p>Words of the page, and more of them, so that there is something to keep.</p>'.repeat(12);
  server.addSite(
    'page',
    `<!doctype html><title>A page to keep</title><body><article>${words}<a href="${server.feedUrl('feedx-voachinese')}">Feed</a></article>`,
    'text/html',
  );
  return server.feedUrl('page');
}

/** A page that shows no article: its address is kept, and the article says so. */
async function saveLogin(
  { server, badgeIs }: World,
  desk: ExtensionPage,
  hands: BrowserHands,
): Promise<void> {
  const login = '<!doctype html><title>Members only</title><p>Log in<form><input type="password"></form>';
  server.addSite('login', login, 'text/html');
  const site = await desk.page.browser().newPage();
  await site.goto(server.feedUrl('login'));
  await hands.chooseInMenu(site, null, 'save-page', 'Save page to Broadsheet');
  const kept = await tabAt(desk, /reader\.html#\/unread\/entry\/\d+$/);
  await kept.shows('Only the address of this page is kept');
  expect(await kept.evaluate(() => document.querySelector('#article-title')?.textContent)).toBe(
    'Members only',
  );
  // as in every list, what is opened is read
  await badgeIs('4');
  await kept.close();
  await site.close();
}

function focusOn(at: string): boolean {
  const button = document.querySelector<HTMLElement>(at);
  button?.focus();
  return button !== null && document.activeElement === button;
}

/** Gives Firefox a key for a command that has none, by keyboard alone, and has the keyboard again afterwards. */
async function changeMarkAll(options: ExtensionPage): Promise<void> {
  const own = '#keys-browser-mark-all-read';
  await options.until('the button', focusOn, own);
  await options.press('Enter');
  await options.until('the key to be asked for', () => document.activeElement?.className === 'key-capture');
  const { keyboard } = options.page;
  for (const key of ['Alt', 'Shift'] as const) await keyboard.down(key);
  await keyboard.press('KeyY');
  for (const key of ['Shift', 'Alt'] as const) await keyboard.up(key);
  await options.until('the new key', (at) => document.querySelector(at)?.textContent === 'Alt+Shift+Y', own);
  expect(await options.evaluate(() => document.activeElement?.id)).toBe(own.slice(1));
}

scenario('menus, the address bar, the browser’s keys and the badge do what pages do', async (world) => {
  const { browser } = world;
  const desk = await world.desk();
  const hands = handsOf(browser, desk.page.browser());
  const site = await desk.page.browser().newPage();
  await site.goto(addPage(world));

  await hands.chooseInMenu(site, 'a', 'subscribe', 'Subscribe in Broadsheet');
  const asked = await tabAt(desk, /options\.html#add=/);
  await asked.clickOn('.candidates button');
  await world.badgeIs('3');
  await hands.chooseInMenu(site, null, 'subscribe', 'Subscribe in Broadsheet');
  await tabAt(desk, /options\.html#find=.*\/page$/);
  await hands.chooseInMenu(site, null, 'save-page', 'Save page to Broadsheet');
  await world.badgeIs('4');

  await saveLogin(world, desk, hands);

  const offered = await hands.typeInAddressBar('习近平', article);
  expect(offered.join('\n')).toContain(`${article} — 美国之音中文`);
  await hands.openOffer(article);
  const found = await tabAt(desk, /reader\.html#\/search\/习近平\/entry\/\d+$/);
  await found.until('the article', () =>
    document.querySelector('#article-title')?.textContent?.includes('习近平'),
  );
  await world.badgeIs('3');

  await desk.page.bringToFront();
  await hands.command('next-unread', 'J');
  const next = await tabAt(desk, /reader\.html#\/unread\/entry\/\d+$/);
  await next.until(
    'the newest',
    () => document.querySelector('#article-title')?.textContent === 'A page to keep',
  );
  await next.until('its text', () =>
    document.querySelector('[data-article-body]')?.textContent?.includes('Words of'),
  );
  await world.badgeIs('2');

  // in the settings what the browser says of its keys; in Firefox another one is given there, and pressed
  const options = await browser.open('options.html#keys/everywhere', { width: 1100, height: 800 });
  await options.shows('Keys on every page');
  await options.shows('Alt+Shift+U');
  await options.shows('Alt+Shift+J');
  if (browser.name === 'chromium') await options.find('button', 'Change them in the browser’s settings');
  else await changeMarkAll(options);
  await hands.command('mark-all-read', 'Y');
  await world.badgeIs('');
  await options.shows('2 articles marked as read.');
  await options.click('button', 'Undo');
  await world.badgeIs('2');
  expect((await hands.badge()).text).toBe('2');
  const color = (await hands.badge()).color;
  await options.go('options.html#badge');
  await options.clickOn('[aria-label="Blue"]');
  await expect.poll(async () => (await hands.badge()).color).not.toBe(color);
});
