import { expect, test } from 'vitest';
import { copyOf } from '../../utils/stories/copy';
import { storyAddress } from '../../utils/stories/story-address';
import { storyKeys } from '../../utils/stories/story-keys';
import { fixtureArticles } from './articles';
import { lookAlikes } from './look-alikes';
import { differentArticles, sameStories } from './pairs';
import { measured } from './tally';

const articles = fixtureArticles();
test('of a hundred joined pairs at least 99 are one story; most copies are found', () => {
  const same = sameStories(articles);
  const different = [...differentArticles(articles), ...lookAlikes()];
  const { wrong, precision, recall } = measured(same, different);
  expect(wrong).toEqual([]);
  expect(precision).toBeGreaterThanOrEqual(0.99);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});

test('an article is made ready in a moment', () => {
  const [first, ...rest] = articles;
  if (!first) throw new Error('no articles');
  const started = performance.now();
  let made = 0;
  for (; made < 1000; made++) storyKeys(copyOf(rest[made % articles.length] ?? first));
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
