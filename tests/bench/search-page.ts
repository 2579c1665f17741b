import { indexEntries } from '../../utils/actions/index-entries';
import type { World } from '../../utils/actions/world';
import { getBody, listEntries } from '../../utils/db/entry-lists';
import { addFeeds } from '../../utils/db/feeds';
import { openDatabase } from '../../utils/db/open';
import { repairCounts } from '../../utils/db/repair';
import { getSearchProgress, searchEntries, searchSoon } from '../../utils/db/search-entries';
import { planSearch } from '../../utils/search/plan';
import { parseQuery } from '../../utils/search/query';
import { htmlToText } from '../../utils/text/html-text';
import { newEntry, newFeed } from '../db/support';
import { randomFrom } from '../random';
import { articleWriter } from './search-articles';

const feedCount = 200;
/** What the list asks for first. */
const screenful = 16;
const now = Date.UTC(2026, 10, 22);
const feedName = (at: number) => `feed ${at}`;

/** Puts so many articles into an empty store: most as they are published, every tenth from an older archive. */
export async function fill(count: number): Promise<void> {
  const feedIds = await addFeeds(Array.from({ length: feedCount }, (_, at) => newFeed(feedName(at))));
  const write = articleWriter();
  const random = randomFrom(3);
  const database = await openDatabase();
  for (let at = 0; at < count; ) {
    const tx = database.transaction(['entries', 'bodies'], 'readwrite', { durability: 'relaxed' });
    for (const end = Math.min(count, at + 500); at < end; at++) {
      const { title, html } = write(at);
      const age = at % 10 === 0 ? Math.floor(random() * 3000) * 86_400_000 : (count - at) * 300_000;
      const { entry, body } = newEntry(`k${at}`, { title, sortAt: now - age, read: random() < 0.3 ? 0 : 1 });
      const row = { ...entry, feedId: feedIds[at % feedCount] ?? 1, snippet: htmlToText(html, 200) };
      const starred = at % 500 === 0 ? { starred: 1 as const, starSort: row.sortAt } : {};
      void tx.objectStore('entries').put({ ...row, ...starred, id: at + 1 });
      void tx.objectStore('bodies').put({ ...body, html, entryId: at + 1 });
    }
    await tx.done;
  }
  await repairCounts();
}

/** Indexes for so many milliseconds, or until all is in it. */
export async function index(forMs: number) {
  const end = performance.now() + forMs;
  const start = performance.now();
  const before = await getSearchProgress();
  const pause = () => (performance.now() > end ? Promise.reject(new Error('time is up')) : Promise.resolve());
  const world = { now: () => Date.now(), pause, announce: () => undefined };
  const done = await indexEntries(world as unknown as World).then(
    () => true,
    () => false,
  );
  const progress = await getSearchProgress();
  return { done, ms: performance.now() - start, added: progress.indexed - before.indexed, ...progress };
}

/** Queries of each kind, made of what is in the store. */
async function queries(rounds: number): Promise<Record<string, string[]>> {
  const random = randomFrom(9);
  const newest = await listEntries({ filter: 'all', limit: 4000 });
  const some = async () => {
    const entry = newest[Math.floor(random() ** 2 * newest.length)];
    return htmlToText((await getBody(entry?.id ?? 0))?.html ?? '');
  };
  const all: Record<string, string[]> = {};
  const put = (kind: string, query: string) => {
    all[kind] = [...(all[kind] ?? []), query];
  };
  for (let round = 0; round < rounds * 2; round++) {
    const text = await some();
    const at = Math.floor(random() * (text.length - 40));
    const [word = 'x', other = 'y'] = text
      .slice(at)
      .split(/[\s,，]+/)
      .slice(1);
    if (/^\p{Script=Han}/u.test(text)) {
      put('1 sign', word.slice(0, 1));
      put('2 signs', word.slice(0, 2));
      put('4 signs', word.slice(0, 4));
      put('8 signs', word.slice(0, 8));
      put('2 signs is:unread', `${word.slice(0, 2)} is:unread`);
      put('2 signs feed:', `${word.slice(0, 2)} feed:"${feedName(round % feedCount)}"`);
      put('2 signs is:starred', `${word.slice(0, 2)} is:starred`);
      put('2 signs before:', `${word.slice(0, 2)} before:300d`);
      put('2 signs -2 signs', `${word.slice(0, 2)} -${word.slice(2, 4)}`);
    } else {
      put('1 letter', word.slice(0, 1));
      put('3 letters', word.slice(0, 3));
      put('a word', word);
      put('two words', `${word} ${other}`);
      put('"two words"', `"${word} ${other}"`);
    }
    put('nothing found', `${word.slice(0, 2)}鿕鿖`);
  }
  return all;
}

export interface SearchResults {
  built: Awaited<ReturnType<typeof index>>;
  kinds: Awaited<ReturnType<typeof measure>>;
}

/** Fills an empty store, indexes it and searches it. */
export async function measureSearch(count: number, rounds: number): Promise<SearchResults> {
  await fill(count);
  return { built: await index(Number.POSITIVE_INFINITY), kinds: await measure(rounds) };
}

/** Milliseconds to the first results of each kind of query: median, 95th of a hundred, the most; and how many were found. */
export async function measure(rounds: number) {
  // as when the box takes the keyboard
  await searchSoon();
  const feeds = Array.from({ length: feedCount }, (_, at) => ({
    id: at + 1,
    name: feedName(at),
    folderId: null,
  }));
  const rows: { kind: string; p50: number; p95: number; most: number; found: number }[] = [];
  for (const [kind, texts] of Object.entries(await queries(rounds))) {
    const times: number[] = [];
    let found = 0;
    for (const text of texts) {
      const start = performance.now();
      const plan = planSearch(parseQuery(text, now), { feeds, folders: [], tags: [] });
      let page = await searchEntries(plan, { limit: screenful });
      while (page.entries.length === 0 && page.next)
        page = await searchEntries(plan, { limit: screenful, after: page.next });
      found += page.entries.length;
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const share = (part: number) =>
      times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
    rows.push({ kind, p50: share(0.5), p95: share(0.95), most: share(1), found: found / texts.length });
  }
  return rows;
}
