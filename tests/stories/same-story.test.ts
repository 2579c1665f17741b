import { expect, test } from 'vitest';
import { type Copy, copyOf, type Told } from '../../utils/stories/copy';
import { isSameStory } from '../../utils/stories/same-story';
import { storyAddress } from '../../utils/stories/story-address';
import { storyKeys } from '../../utils/stories/story-keys';
import { fixtureArticles } from './articles';
import { lookAlikes } from './look-alikes';
import { differentArticles, type Pair, sameStories } from './pairs';

const articles = fixtureArticles();
const ready = new Map<Told, Copy>();

function readied(told: Told): Copy {
  const copy = ready.get(told) ?? copyOf(told);
  ready.set(told, copy);
  return copy;
}

/** What the store would say: they are looked up by a key in common, and compared then. */
function isFound({ a, b }: Pair): boolean {
  const [left, right] = [storyKeys(readied(a)), storyKeys(readied(b))];
  const hashes = new Set([left.address, ...left.words].flatMap((key) => key?.[0] ?? []));
  return [right.address, ...right.words].some((key) => key && hashes.has(key[0]));
}

const isJoined = (pair: Pair) => isSameStory(readied(pair.a), readied(pair.b));

/** By kind: how many pairs there are, and how many of them are joined. */
function tally(pairs: readonly Pair[], is: (pair: Pair) => boolean) {
  return [...Map.groupBy(pairs, ({ kind }) => kind)].map(([kind, some]) => {
    return { kind, pairs: some.length, joined: some.filter(is).length };
  });
}

const sum = (rows: { joined: number }[]) => rows.reduce((total, { joined }) => total + joined, 0);

test('of a hundred joined pairs at least 99 are one story; most copies are found', () => {
  const same = sameStories(articles);
  const different = [...differentArticles(articles), ...lookAlikes()];
  const hits = tally(same, (pair) => isFound(pair) && isJoined(pair));
  const misses = tally(different, isJoined);
  console.table([...hits, ...misses]);
  const wrong = different.filter(isJoined).map(({ kind, a, b }) => `${kind}: ${a.title} / ${b.title}`);
  const precision = sum(hits) / (sum(hits) + sum(misses));
  const recall = sum(hits) / same.length;
  console.log(
    `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}; ${same.length} same, ${different.length} different`,
  );
  expect(wrong).toEqual([]);
  expect(precision).toBeGreaterThanOrEqual(0.99);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});

test('an article is made ready in a moment', () => {
  const started = performance.now();
  let made = 0;
  for (; made < 1000; made++)
    storyKeys(copyOf(articles[made % articles.length] ?? (ready.keys().next().value as Told)));
  const took = performance.now() - started;
  const length = articles.reduce((total, { html }) => total + html.length, 0) / articles.length;
  console.log(`1,000 articles of ${Math.round(length)} characters: ${Math.round(took)} ms`);
  expect(made).toBe(1000);
});

test.each([
  ['https://www.google.com/url?q=https://paper.test/a/1&sa=D', 'paper.test/a/1'],
  ['https://www.google.com/amp/s/amp.paper.test/a/1.amp.html', 'paper.test/a/1.html'],
  ['https://paper-test.cdn.ampproject.org/c/s/paper.test/a/1/amp/', 'paper.test/a/1'],
  ['http://web.archive.org/web/20250121000000/https://www.paper.test/a/1/?utm_source=x', 'paper.test/a/1'],
  ['https://m.paper.test/a/1?amp=1', 'paper.test/a/1'],
  ['https://paper.test/amp/a/1', 'paper.test/a/1'],
  ['https://r.jina.ai/https://paper.test/a/1', 'paper.test/a/1'],
  ['https://paper.test/a?id=1&amp=7', 'paper.test/a?id=1&amp=7'],
  ['https://paper.test/', ''],
  ['mailto:someone@paper.test', ''],
  ['https://www.google.com/url?q=javascript:alert(1)', 'google.com/url?q=javascript:alert(1)'],
])('%s is %s', (link, address) => {
  expect(storyAddress(link)).toBe(address);
});
