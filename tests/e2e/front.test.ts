import { expect } from 'vitest';
import type { Front } from '../../utils/model/front';
import type { WithExtensionApi } from './extension-api';
import type { ExtensionPage } from './extension-page';
import { popupSize, scenario } from './scenario';

/** The ids that the popup would show first; null where none are kept. */
async function keptIds(): Promise<string[] | null> {
  const { chrome } = globalThis as unknown as WithExtensionApi;
  const { front } = (await chrome.storage.session.get('front')) as { front?: Front | null };
  return front ? front.rows.map(({ entry }) => `${entry.id}`) : null;
}

/** The same of what is on disk for the next start of the browser. */
async function leftIds(): Promise<string[] | null> {
  const { chrome } = globalThis as unknown as WithExtensionApi;
  const { front: left } = (await chrome.storage.local.get('front')) as { front?: { front: Front } | null };
  return left ? left.front.rows.map(({ entry }) => `${entry.id}`) : null;
}

/** Moves of what was already on the page, summed; where the browser does not tell of them, none. */
function shifts(): Promise<number> {
  return new Promise((done) => {
    const kind = 'layout-shift';
    if (!PerformanceObserver.supportedEntryTypes.includes(kind)) return done(0);
    const sum = (list: PerformanceEntryList) =>
      list.reduce((all, entry) => all + (entry as unknown as { value: number }).value, 0);
    new PerformanceObserver((list) => done(sum(list.getEntries()))).observe({ type: kind, buffered: true });
    requestAnimationFrame(() => setTimeout(() => done(0)));
  });
}

const isKept = (desk: ExtensionPage) => desk.until('what the popup shows first', keptIds);

scenario(
  'the popup opens with what it would list, never with what was read',
  async ({ browser, ...world }) => {
    await world.subscribe(world.server.feedUrl('heise-developer'));
    await world.badgeIs('15');
    const desk = await world.desk();
    const before = await isKept(desk);
    const popup = await browser.open('popup.html', popupSize);
    const listed = (await popup.articlesListed(15)).map(({ id }) => id);
    expect(listed.slice(0, 8)).toEqual(before);
    expect(await popup.evaluate(shifts)).toBe(0);

    const [first = '', second = '', third = '', fourth = ''] = before;
    await browser.send('markRead', { entryIds: [Number(first)], read: true });
    expect((await desk.evaluate(keptIds)) ?? []).not.toContain(first);
    expect((await isKept(desk))[0]).toBe(second);

    // whatever is there by now answers, or gives it to what comes
    await popup.reload();
    await popup.page.bringToFront();
    await popup.page.keyboard.press('j');
    await popup.until('the article', (id) => location.hash.endsWith(`/entry/${id}`), second);
    await world.badgeIs('13');

    // as if the browser ended in the moment in which the mark is answered
    await desk.until('what the next start shows first', leftIds);
    expect((await desk.evaluate(leftIds))?.[0]).toBe(third);
    await browser.send('markRead', { entryIds: [Number(third)], read: true });
    await browser.crash();
    const next = await world.desk();
    expect((await next.evaluate(leftIds)) ?? []).not.toContain(third);
    const reopened = await browser.open('popup.html', popupSize);
    expect((await reopened.articlesListed(12)).map(({ id }) => id)[0]).toBe(fourth);
    expect((await isKept(next))[0]).toBe(fourth);
    await next.until('what the next start shows first', leftIds);
  },
);
