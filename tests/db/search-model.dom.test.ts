import { beforeEach, expect, test } from 'vitest';
import { indexEntries } from '../../utils/actions/index-entries';
import { mergeFeeds, undoMerge } from '../../utils/actions/merge-feeds';
import { restoreFeed, unsubscribe } from '../../utils/actions/unsubscribe';
import { commitCheck } from '../../utils/db/commit-check';
import { listEntries } from '../../utils/db/entry-lists';
import { listFeeds } from '../../utils/db/feeds';
import { markRead, star } from '../../utils/db/mark';
import { searchEntries } from '../../utils/db/search-entries';
import { loadTexts } from '../../utils/db/search-source';
import { deleteArrived } from '../../utils/db/take-back';
import { read } from '../../utils/db/transaction';
import { feedName } from '../../utils/model/feed';
import { planSearch } from '../../utils/search/plan';
import { parseQuery } from '../../utils/search/query';
import { htmlToText } from '../../utils/text/html-text';
import { TestWorld } from '../actions/support';
import { randomFrom } from '../random';
import { type Article, findPlainly, type Wish } from './plain-search';
import { addFeed, freshDatabase, newEntry } from './support';

beforeEach(freshDatabase);

const day = 86_400_000;
const feedNames = ['美國之音 中文', 'BBC News 5G', '里頭公會'];
const pieces = [
  ...[
    '发',
    '發',
    '髮',
    '后',
    '後',
    '里',
    '裡',
    '裏',
    '台',
    '臺',
    '颱',
    '干',
    '幹',
    '乾',
    '国会',
    '國會',
    '总统',
  ],
  ...[
    '總統',
    '臺灣',
    '台湾',
    '颱風',
    '台风',
    '發表談話',
    '公里',
    '后面',
    '後面',
    '面',
    '麵',
    '制',
    '機',
    '手机',
  ],
  ...[
    'iPhone',
    'iPhone手机',
    '５Ｇ',
    '5G',
    'ＢＢＣ',
    'café',
    'cafe\u0301',
    'COVID-19',
    'company',
    'comp',
    'a',
  ],
  ...['😀', '😀😁', '，', '。', ' ', ' ', '“', '”', '「', '」', '——', ' ', '·', '\u3000', '\u200b'],
];

/** Dice that fall the same way at each run. */
class Dice {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  pick<T>(all: readonly [T, ...T[]] | readonly T[]): T {
    const one = all[this.below(all.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  }

  text(most: number): string {
    return Array.from({ length: 1 + this.below(most) }, () => this.pick(pieces)).join('');
  }
}

/** A wish and one of the ways to write it; `now` is what days are counted from. */
function wishOf(dice: Dice, now: number): { wish: Wish; text: string } {
  const not = dice.below(5) === 0;
  const minus = not ? dice.pick(['-', '－']) : '';
  const colon = dice.pick([':', '：']);
  const kind = dice.below(10);
  if (kind === 0) {
    const [is, word] = dice.pick([
      ['unread', '未讀'],
      ['starred', 'starred'],
      ['edited', '改过'],
    ] as const);
    return { wish: { is, not }, text: `${minus}${dice.pick(['is', '是'])}${colon}${word}` };
  }
  if (kind === 1) {
    const feed = dice.pick(['美国之音', '「里头公会」', '"BBC News"', '“bbc news 5”', 'ｂｂｃ', '會']);
    return { wish: { feed, not }, text: `${minus}${dice.pick(['feed', '訂閱'])}${colon}${feed}` };
  }
  if (kind === 2) {
    const days = 1 + dice.below(20);
    const at = now - days * day;
    return dice.below(2) === 0
      ? { wish: { after: at }, text: `after${colon}${days}d` }
      : { wish: { before: at }, text: `早於${colon}${days}天` };
  }
  const words = dice.text(4).replaceAll(/["“”「」\s]/g, '');
  if (kind > 5) {
    const [begin, end] = dice.pick(['""', '“”', '「」', '『』', '＂＂', '«»']);
    return { wish: { words, whole: true, not }, text: `${minus}${begin}${words}${end}` };
  }
  return { wish: { words, whole: false, not }, text: `${minus}${words}` };
}

async function search(text: string, now: number, limit: number): Promise<number[]> {
  const feeds = (await listFeeds()).map((feed) => ({ id: feed.id, name: feedName(feed), folderId: null }));
  const plan = planSearch(parseQuery(text, now), { feeds, folders: [], tags: [] });
  const found: number[] = [];
  let page = await searchEntries(plan, { limit });
  found.push(...page.entries.map(({ id }) => id));
  while (page.next) {
    page = await searchEntries(plan, { limit, after: page.next });
    found.push(...page.entries.map(({ id }) => id));
  }
  return found;
}

/** All that is listed, with the texts. */
async function listArticles(): Promise<Article[]> {
  const names = new Map((await listFeeds()).map((feed) => [feed.id, feedName(feed)]));
  const entries = await listEntries({ filter: 'all', limit: 5000 });
  const texts = await read(['bodies', 'fullTexts'], (tx) =>
    loadTexts(
      tx,
      entries.map(({ id }) => id),
    ),
  );
  return entries.map((entry, at) => ({
    entry,
    feed: names.get(entry.feedId) ?? '',
    text: `${entry.title}\n${entry.author}\n${htmlToText(texts[at] ?? '')}`,
  }));
}

class Library {
  readonly world = new TestWorld();
  readonly dice: Dice;
  #count = 0;
  #merges: number[] = [];
  #arrivals: { feedId: number; arrivedAt: number }[] = [];

  constructor(seed: number) {
    this.dice = new Dice(seed);
  }

  async start(): Promise<void> {
    for (const name of feedNames) await this.add(await addFeed(name), 12);
  }

  async add(feedId: number, count: number): Promise<void> {
    this.world.time += 60_000;
    const arrivedAt = this.world.time;
    const added = Array.from({ length: count }, () => this.#article(`k${this.#count++}`, arrivedAt));
    await commitCheck({ feedId, patch: {}, added });
    this.#arrivals.push({ feedId, arrivedAt });
  }

  #article(key: string, arrivedAt: number) {
    const [title, html] = [this.dice.text(6), `<p>${this.dice.text(12)}<i>${this.dice.text(3)}</i></p>`];
    const sortAt = this.world.time - this.dice.below(24) * day - this.dice.below(3);
    const more = {
      title,
      author: this.dice.text(2),
      snippet: htmlToText(html),
      contentHash: `${title} ${html}`,
    };
    const { entry, body } = newEntry(key, { ...more, sortAt, arrivedAt });
    return { entry, body: { ...body, html } };
  }

  /** Does one of the things that readers and feeds do. */
  async change(): Promise<void> {
    const articles = await listArticles();
    const some = Array.from({ length: 5 }, () => this.dice.pick(articles).entry);
    const ids = some.map(({ id }) => id);
    const feedIds = (await listFeeds()).flatMap(({ id, removedAt }) => (removedAt === null ? [id] : []));
    const acts = [
      () => this.add(this.dice.pick(feedIds), 6),
      () => markRead(ids, this.dice.below(2) === 0, this.world.time),
      () => star(ids, this.dice.below(3) > 0),
      () => this.#edit(some[0]),
      () => this.#deleteSome(),
      () => this.#mergeOrUndo(feedIds),
      () => this.#removeAndRestore(feedIds),
    ];
    await this.dice.pick(acts)();
  }

  async #edit(entry: Article['entry'] | undefined): Promise<void> {
    if (!entry) return;
    const { entry: content, body } = this.#article(entry.key, entry.arrivedAt);
    await commitCheck({ feedId: entry.feedId, patch: {}, changed: [{ entryId: entry.id, content, body }] });
  }

  async #deleteSome(): Promise<void> {
    const last = this.#arrivals.length > 3 ? this.#arrivals.pop() : undefined;
    if (last) await deleteArrived(last.feedId, last.arrivedAt);
  }

  async #mergeOrUndo(feedIds: readonly number[]): Promise<void> {
    const undoId = this.#merges.pop();
    if (undoId !== undefined) return void (await undoMerge(this.world, { undoId }));
    const [from, into] = feedIds;
    if (from === undefined || into === undefined) return;
    this.#merges.push((await mergeFeeds(this.world, { feedId: from, into })).undoId);
  }

  async #removeAndRestore(feedIds: readonly number[]): Promise<void> {
    const removed = (await listFeeds()).filter(({ removedAt }) => removedAt !== null);
    if (this.#merges.length > 0) return;
    for (const { id } of removed) await restoreFeed(this.world, { feedId: id });
    if (removed.length === 0 && feedIds.length > 1)
      await unsubscribe(this.world, { feedId: this.dice.pick(feedIds) });
  }
}

test.each([1, 2])(
  'whatever happens to a library (%i), a search finds what looking at each article finds',
  async (seed) => {
    const library = new Library(seed);
    const { dice, world } = library;
    await library.start();
    for (let round = 0; round < 6; round++) {
      for (let act = 0; act < 4; act++) await library.change();
      await indexEntries(world);
      const articles = await listArticles();
      for (let query = 0; query < 25; query++) {
        const asked = Array.from({ length: 1 + dice.below(3) }, () => wishOf(dice, world.time));
        const text = asked.map((one) => one.text).join(' ');
        const expected = findPlainly(
          articles,
          asked.map(({ wish }) => wish),
        );
        expect.soft(await search(text, world.time, 1 + dice.below(40)), text).toEqual(expected);
      }
    }
  },
  60_000,
);
