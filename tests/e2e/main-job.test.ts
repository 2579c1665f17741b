import { expect } from 'vitest';
import { waitForExchange } from '../server/request-log';
import { popupSize, scenario } from './scenario';

const title = '特朗普宣誓就职几个小时后，习近平与普京举行视频会晤';

scenario('subscribe, badge, popup, article, read, badge', async ({ browser, server, badgeIs }) => {
  const options = await browser.open('options.html');
  await options.fill('Feed or site address', server.feedUrl('feedx-voachinese'));
  await options.click('button', 'Subscribe');
  await options.shows('美国之音中文');
  await badgeIs('3');
  await options.close();

  const popup = await browser.open('popup.html', popupSize);
  const listed = await popup.articlesListed(3);
  expect(listed.map(({ name }) => name).join('\n')).toContain(title);
  await popup.openArticle(title);
  const body = await popup.until(
    'the text',
    () => document.querySelector('[data-article-body]')?.textContent,
  );
  expect(body).toContain('上不封顶');
  await badgeIs('2');
  await popup.close();

  const later = await browser.open('popup.html', popupSize);
  expect((await later.articlesListed(2)).map(({ name }) => name)).not.toContain(title);
});

scenario('a feed in GBK shows the right characters', async ({ browser, server, subscribe, badgeIs }) => {
  await subscribe(server.feedUrl('voachinese-gbk'));
  await badgeIs('3');
  const popup = await browser.open('popup.html', popupSize);
  await popup.openArticle(title);
  const body = await popup.until(
    'the text',
    () => document.querySelector('[data-article-body]')?.textContent,
  );
  expect(body).toContain('弗拉基米尔·普京（Vladimir Putin）举行了一次视频会晤');
  expect(body).not.toContain('\ufffd');
});

scenario(
  'validators are sent back byte for byte and a 304 is taken',
  async ({ browser, server, ...world }) => {
    const feedId = await world.subscribe(server.feedUrl('github-releases'));
    await world.badgeIs('10');
    await world.makeDue();
    expect(await browser.send('refresh', { feedIds: [feedId] })).toMatchObject({ ok: true });
    const [first, second, ...more] = server.log.of('/ok/github-releases');
    expect([first?.status, second?.status, more.length]).toEqual([200, 304, 0]);
    expect(first?.headers['if-none-match']).toBeUndefined();
    expect(second?.headers['if-none-match']).toMatch(/^"[0-9a-f]{20}"$/);
    for (const header of ['cookie', 'referer', 'origin']) expect(second?.headers[header]).toBeUndefined();
    await world.badgeIs('10');
  },
);

scenario('an alarm polls what is due, and the badge follows', async ({ browser, server, ...world }) => {
  await world.subscribe(server.feedUrl('heise-developer'));
  await world.badgeIs('15');
  server.addEntry('heise-developer', { title: 'Frisch hinzugefügt' });
  await world.makeDue();
  server.log.clear();
  await browser.alarm(500);
  await waitForExchange(server.log, ({ path }) => path.startsWith('/ok/heise-developer'));
  await world.badgeIs('16');
  const popup = await browser.open('popup.html', popupSize);
  expect((await popup.articlesListed()).map(({ name }) => name).join('\n')).toContain('Frisch hinzugefügt');
});

scenario('a page address leads to its feed', async ({ browser, server, badgeIs, facts }) => {
  expect(await browser.send('subscribe', { url: server.feedUrl('djg', 'html') })).toMatchObject({ ok: true });
  await badgeIs('1');
  expect((await facts()).feeds.map(({ url }) => url)).toEqual([server.feedUrl('djg')]);
});

scenario('a failing feed says so and keeps its articles', async ({ browser, server, ...world }) => {
  const feedId = await world.subscribe(server.feedUrl('djg', 'empty-feed'));
  const failing = await browser.send('subscribe', { url: server.feedUrl('djg', 'status', 'code=500') });
  expect(failing).toMatchObject({ ok: false, problem: { kind: 'http-status', status: 500 } });
  await world.makeDue();
  await browser.send('refresh', { feedIds: [feedId] });
  expect((await world.facts()).articles).toBe(1);
});
