import { expect } from 'vitest';
import { poll } from './extension-page';
import { scenario, type World } from './scenario';

for (const path of ['popup.html', 'reader.html']) {
  scenario(`a hostile article in ${path} runs nothing and asks for nothing but images`, (world) =>
    readTraps(world, path),
  );
}

/** A site that the reader has been to, and has allowed, knows her by a cookie. */
async function beKnown({ desk, server }: World): Promise<void> {
  const own = await desk();
  const site = await own.page.browser().newPage();
  for (const page of ['first', 'second']) await site.goto(`${server.origin}/page/${page}`);
  expect(server.log.of('/page/second')[0]?.headers.cookie).toBe('known=1');
  await site.close();
  await own.close();
  server.log.clear();
}

async function readTraps(world: World, path: string): Promise<void> {
  const { browser, server, subscribe } = world;
  await beKnown(world);
  await subscribe(server.feedUrl('hostile'));
  const page = await browser.open(path, { width: 800, height: 600 });
  const address = await page.evaluate(() => location.href.split('#')[0]);
  await page.articlesListed(2);
  await page.openArticle('An article full of traps');
  await page.until('the end of the article', () =>
    document.querySelector('[data-article-body]')?.textContent?.includes('After the traps.'),
  );
  await page.evaluate(touchEverything);
  await poll(async () => server.log.of('/image/allowed.png').length > 0, 5000);
  await new Promise((done) => setTimeout(done, 1500));

  expect(
    await page.evaluate(() => String((globalThis as { hostileScriptRan?: unknown }).hostileScriptRan)),
  ).toBe('undefined');
  expect(await page.evaluate(() => location.href.split('#')[0])).toBe(address);
  expect(await page.evaluate(forbiddenElements)).toEqual([]);
  const asked = server.log.exchanges
    .map(({ path: address }) => address)
    .filter((one) => one !== '/ok/hostile');
  expect(asked).toContain('/image/allowed.png');
  expect(asked.filter((one) => !one.startsWith('/image/'))).toEqual([]);
  for (const { headers } of server.log.of('/image/')) {
    expect(headers.referer).toBeUndefined();
    // Firefox gives extensions no way to ask without: SECURITY.md says so
    if (browser.name === 'chromium') expect(headers.cookie).toBeUndefined();
  }
}

/** Hovers and scrolls everything, as a reader's mouse would; links are not followed. */
function touchEverything(): void {
  for (const element of document.querySelectorAll('[data-article-body] *')) {
    element.scrollIntoView();
    for (const kind of ['mouseover', 'mouseenter', 'focus', 'toggle', 'load', 'error'])
      element.dispatchEvent(new Event(kind));
    if (!element.closest('a'))
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
}

/** What must not be in an article, named by element or attribute. */
function forbiddenElements(): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll('[data-article-body] *')) {
    const name = element.localName;
    if (/^(script|style|link|meta|base|object|embed|form|input|button|svg|template|noscript)$/.test(name))
      found.push(name);
    if (name === 'iframe' && !/^https:\/\//.test(element.getAttribute('src') ?? '')) found.push(name);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^(srcdoc|formaction|ping|background)$/.test(attribute)) found.push(`${name} ${attribute}`);
      if (/^\s*(javascript|data|vbscript):/i.test(value)) found.push(`${name} ${attribute}=${value}`);
    }
  }
  return found;
}
