import { expect } from 'vitest';
import type { WithExtensionApi } from './extension-api';
import { popupSize, scenario } from './scenario';

scenario(
  'without permission nothing is asked, and the problem says what is missing',
  async ({ browser, server }) => {
    const answer = await browser.send('subscribe', { url: server.feedUrl('djg') });
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'permission-missing' } });
    expect(server.log.exchanges).toEqual([]);
    expect(await browser.badge()).toBe('');
  },
  { granted: false },
);

scenario(
  'a permission taken away is a state with a button, and comes back',
  async ({ browser, server, ...world }) => {
    const feedId = await world.subscribe(server.feedUrl('djg'));
    await world.badgeIs('1');
    const desk = await world.desk();
    await desk.evaluate(async () => {
      const { chrome } = globalThis as unknown as WithExtensionApi;
      await chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] });
    });
    await world.makeDue();
    server.log.clear();
    await browser.send('refresh', { feedIds: [feedId] });
    expect((await world.facts()).feeds[0]?.problem).toBe('permission-missing');
    expect(server.log.exchanges).toEqual([]);
    expect((await world.facts()).articles).toBe(1);
    const popup = await browser.open('popup.html', popupSize);
    await popup.find('button', 'Allow');

    // the grant itself makes the background ask, before or after we do
    server.addEntry('djg');
    await browser.grantLoopback();
    await browser.send('refresh', { feedIds: [feedId] });
    await world.badgeIs('2');
    expect((await world.facts()).feeds[0]?.problem).toBe('');
  },
);
