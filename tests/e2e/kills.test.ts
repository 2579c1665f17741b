import { expect } from 'vitest';
import { randomFrom } from '../random';
import { generatedFeed } from '../server/feed-edits';
import { waitForExchange } from '../server/request-log';
import { type ExtensionPage, poll } from './extension-page';
import { forgetStartInPage, type KillFacts, killFactsInPage, restInPage } from './kill-facts';
import { popupSize, scenario, type World } from './scenario';

/** Ten in each browser: what is killed while a round runs and the reader marks. */
const victims = [
  'background',
  'page',
  'browser',
  'background',
  'background',
  'browser',
  'page',
  'background',
  'page',
  'background',
] as const;

const sites = ['one', 'two', 'three', 'four', 'five'];
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

scenario(
  'ten kills at random moments lose nothing, ask nobody twice, and leave counts right',
  async (world) => {
    const { server, browser } = world;
    for (const title of sites) {
      server.addSite(title, generatedFeed({ title, origin: server.origin, entries: 6 }));
      await world.subscribe(server.feedUrl(title, 'slow-head', 'ms=150'));
    }
    const kills = new Kills(world, randomFrom(browser.name.length * 4711));
    for (const victim of victims) await kills.run(victim);
    expect(kills.story).toHaveLength(victims.length);
    // most moments lie within a check
    expect(kills.cutOff, kills.story.join('\n')).toBeGreaterThan(1);
    console.log(`${browser.name}: ${kills.cutOff} of ${victims.length} kills cut a check off`);
  },
);

/** What the reader was told that it was done, and what the store must therefore hold. */
class Kills {
  readonly story: string[] = [];
  cutOff = 0;
  #page: ExtensionPage | null = null;
  /** By entry: how it is marked; null where the answer never came. */
  readonly #marks = new Map<number, boolean | null>();
  #before: KillFacts = { entries: [], counts: [], due: 0, leased: 0, polling: false };

  constructor(
    private readonly world: World,
    private readonly random: () => number,
  ) {}

  async run(victim: (typeof victims)[number]): Promise<void> {
    const { server, browser } = this.world;
    await this.#begin();
    const asked = Math.floor(this.random() * 4);
    const later = Math.floor(this.random() * 200);
    const marking = this.#markSome();
    if (asked > 0) await waitForExchange(server.log, () => server.log.exchanges.length >= asked);
    await pause(later);
    if (victim === 'browser') {
      this.#page = null;
      await browser.crash();
    } else if (victim === 'background') await browser.stopBackground();
    else await this.#closePage();
    await marking;
    const facts = await this.#facts();
    this.cutOff += Number(facts.leased > 0 && !facts.polling);
    this.story.push(`${victim} after ${asked} requests and ${later} ms, ${facts.leased} leased`);
    await this.#resume(victim);
    this.#judge(await this.#facts());
    const answer = await browser.send('checkStore', {});
    expect(answer, this.story.at(-1)).toEqual({ ok: true, data: { feeds: sites.length, wrong: 0 } });
  }

  /** New articles everywhere, everything due, and a round under way. */
  async #begin(): Promise<void> {
    const { server, browser } = this.world;
    await (await this.#desk()).evaluate(restInPage);
    await poll(async () => !(await this.#facts()).polling);
    for (const site of sites) server.addEntry(site);
    this.#before = await this.#facts();
    server.log.clear();
    await this.world.makeDue();
    await browser.alarm(30);
  }

  /** Marks one article after the other while the round runs, until there is nobody to answer. */
  async #markSome(): Promise<void> {
    const { browser } = this.world;
    for (let left = 4; left > 0; left--) {
      const entry = this.#before.entries[Math.floor(this.random() * this.#before.entries.length)];
      if (!entry) return;
      const read = this.random() < 0.7;
      this.#marks.set(entry.id, null);
      const sent = browser.send('markRead', { entryIds: [entry.id], read });
      const done = sent.then(({ ok }) => ok).catch(() => false);
      if (!(await Promise.race([done, pause(1500).then(() => false)]))) return;
      this.#marks.set(entry.id, read);
    }
  }

  /** A page that asks for something, and is closed before the answer comes. */
  async #closePage(): Promise<void> {
    const page = await this.world.browser.open('popup.html', popupSize);
    const entry = this.#before.entries[Math.floor(this.random() * this.#before.entries.length)];
    if (entry) this.#marks.set(entry.id, null);
    await page.evaluate((id) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
      };
      void chrome.runtime.sendMessage({ name: 'markRead', input: { entryIds: [id], read: true } });
    }, entry?.id ?? 1);
    await page.close();
  }

  /** What was killed is started again by its next event, and goes on with what is left. */
  async #resume(victim: string): Promise<void> {
    const { browser } = this.world;
    if (victim === 'browser') {
      await browser.grantLoopback();
      // a browser that has just started is quiet for half a minute: not in this test
      await (await this.#desk()).evaluate(forgetStartInPage);
    }
    await browser.alarm(30);
    const done = await poll(async () => {
      const { due, polling } = await this.#facts();
      return due === 0 && !polling;
    });
    expect(done, `${this.story.at(-1)}: the rest is asked`).toBe(true);
  }

  #judge(facts: KillFacts): void {
    const { server } = this.world;
    const story = this.story.join('\n');
    const now = new Map(facts.entries.map((entry) => [entry.id, entry]));
    const lost = this.#before.entries.filter((entry) => now.get(entry.id)?.key !== entry.key);
    expect(lost, story).toEqual([]);
    for (const { id, read } of this.#before.entries) {
      const told = this.#marks.has(id) ? this.#marks.get(id) : read;
      if (told !== null) expect(now.get(id)?.read, `${id}\n${story}`).toBe(told);
    }
    this.#marks.clear();
    const keys = facts.entries.map((entry) => `${entry.feedId} ${entry.key}`);
    expect(new Set(keys).size, story).toBe(keys.length);
    for (const site of sites) {
      const asked = server.log.of(`/slow-head/${site}`).map(({ at, headers }) => ({ at, headers }));
      expect(asked.length, `${site}: ${JSON.stringify(asked)}\n${story}`).toBeLessThanOrEqual(1);
    }
    expect(new Map(facts.counts.map((row) => [row.feedId, row.unread])), story).toEqual(recounted(facts));
  }

  async #facts(): Promise<KillFacts> {
    return (await this.#desk()).evaluate(killFactsInPage);
  }

  /** A quiet page, as long as its browser lives. */
  async #desk(): Promise<ExtensionPage> {
    this.#page ??= await this.world.desk();
    return this.#page;
  }
}

/** Unread articles by feed, and under 0 of all. */
function recounted({ entries, counts }: KillFacts): Map<number, number> {
  const unread = entries.filter(({ read }) => !read);
  const of = (feedId: number) => unread.filter((entry) => entry.feedId === feedId).length;
  return new Map(counts.map(({ feedId }) => [feedId, feedId === 0 ? unread.length : of(feedId)] as const));
}
