import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isNothing, looksCut, sendsBeginnings } from '../../utils/clean/truncated';
import { parseFeed } from '../../utils/feed/parse';

describe('an article that breaks off', () => {
  it.each([
    '<p>The gauge reported the same number every morning, and […]</p>',
    '<p>The gauge reported the same number. <a href="/1">Continue reading The gauge</a> →</p>',
    '<p>The gauge reported the same number every morning...</p>',
    '<p>清晨六点，已有附近居民排队等候，希望成为第一批走过新桥面的人……</p>',
    '<p>清晨六点，已有附近居民排队等候。<a href="/1">阅读全文 »</a></p>',
    'For eleven years the gauge on the lower weir reported the same number every morning, and for',
  ])('%s', (html) => {
    expect(looksCut(html)).toBe(true);
  });
  it.each([
    '<p>The gauge reported the same number every morning.</p>',
    '<p>清晨六点，已有附近居民排队等候。</p>',
    '<p>He said: “Measure it again.”</p>',
    '<p>Short note</p>',
    '',
    `<p>${'A long article, told to its end. '.repeat(900)} and so…</p>`,
  ])('is not %s', (html) => {
    expect(looksCut(html)).toBe(false);
  });
});

describe('an article that came as a title alone', () => {
  const enclosure = {
    url: 'https://site.example/a.mp3',
    type: 'audio/mpeg',
    length: 1,
    title: '',
    duration: null,
  };
  it.each(['', ' \n', '<p></p><br>', '<div>&nbsp;</div>'])('%j', (html) => {
    expect(isNothing({ html, enclosures: [] })).toBe(true);
    expect(isNothing({ html, enclosures: [enclosure] })).toBe(false);
  });
  it.each(['好', '<p><img src="a.png"></p>', '<iframe src="https://site.example"></iframe>'])(
    'is not %s',
    (html) => {
      expect(isNothing({ html, enclosures: [] })).toBe(false);
    },
  );
});

describe('a feed that sends beginnings', () => {
  const folder = join(import.meta.dirname, '../fixtures/feeds');
  const fixtures = readdirSync(folder).flatMap((name) => {
    const file = readdirSync(join(folder, name)).find((one) => one.startsWith('source')) ?? '';
    const feed = parseFeed(readFileSync(join(folder, name, file)), { url: 'https://site.example/feed' });
    return feed ? [{ name, articles: feed.entries.map(({ content, summary }) => content || summary) }] : [];
  });

  it('is known among the fixtures: one cuts, one has titles only', () => {
    const found = fixtures.filter(({ articles }) => sendsBeginnings(articles)).map(({ name }) => name);
    expect(fixtures.length).toBeGreaterThan(25);
    expect(found).toEqual(['craigslist', 'science-magazine']);
  });
  it('is not judged by two or three articles', () => {
    expect(sendsBeginnings(['<p>One…</p>', '<p>Two…</p>', ''])).toBe(false);
  });
});
