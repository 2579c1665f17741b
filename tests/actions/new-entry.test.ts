import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newEntry } from '../../utils/actions/new-entry';
import { parseFeed } from '../../utils/feed/parse';

const keys = { key: 'k', altKey: 'a' };

function entriesOf(site: string) {
  const bytes = readFileSync(new URL(`../fixtures/feeds/${site}/source.xml`, import.meta.url));
  const feed = parseFeed(bytes, { url: 'https://feeds.example/feed' });
  return (feed?.entries ?? []).map((entry) => newEntry(entry, keys, Date.UTC(2026, 0, 1)));
}

test('the snippet of a mirrored article begins with what it says, and its body keeps the date line', () => {
  const [first] = entriesOf('feedx-voachinese');
  expect(first?.entry.snippet).toMatch(/^俄罗斯国家卫星通讯社发布照片显示/);
  expect(first?.entry.snippet.length).toBeLessThanOrEqual(200);
  expect(first?.body.html).toMatch(/^<div><i>Tue, 21 Jan 2025 14:35:15 GMT<\/i><\/div>/);
});

test.each([
  ['21 Jan 2025 is when it began.', '21 Jan 2025 is when it began.'],
  ['Tue, 21 Jan 2025 14:35 +0800 It began.', 'It began.'],
  ['Tue, 21 Jan 2025 14:35:15 GMT', 'Tue, 21 Jan 2025 14:35:15 GMT'],
  ['&lt;p&gt;发布时间：2025-01-21 22:35&lt;/p&gt;&lt;p&gt;开始了。&lt;/p&gt;', '开始了。'],
  ['&lt;p&gt;2025年1月21日 22:35:15&lt;/p&gt;開始了。', '開始了。'],
  ['2025年1月21日 开始了。', '2025年1月21日 开始了。'],
  ['2025-01-21 10:30开始了。', '2025-01-21 10:30开始了。'],
])('%s', (content, snippet) => {
  const bytes = new TextEncoder().encode(
    `<rss version="2.0"><channel><title>t</title><item><title>x</title><description>${content}</description></item></channel></rss>`,
  );
  const entry = parseFeed(bytes, { url: 'https://feeds.example/feed' })?.entries[0];
  expect(entry && newEntry(entry, keys, 0).entry.snippet).toBe(snippet);
});

test('an author is listed by name, without the address', () => {
  const bytes = new TextEncoder().encode(
    '<rss version="2.0"><channel><item><title>x</title><author>lu@example.com (鲁迅)</author></item></channel></rss>',
  );
  const entry = parseFeed(bytes, { url: 'https://feeds.example/feed' })?.entries[0];
  expect(entry && newEntry(entry, keys, 0).entry.author).toBe('鲁迅');
});

test('an article without a picture has none: not its feed as one, which every look at the list would ask for', () => {
  const bytes = new TextEncoder().encode(
    '<rss version="2.0"><channel><item><title>x</title><description>Words &lt;img src=""&gt;</description></item></channel></rss>',
  );
  const entry = parseFeed(bytes, { url: 'https://feeds.example/feed' })?.entries[0];
  expect(entry && newEntry(entry, keys, 0).entry.image).toBe('');
});

test('a date in the future sorts by arrival, and none is the time of arrival; what the feed said is kept', () => {
  const arrived = Date.UTC(2026, 0, 1);
  const entryOf = (date: string) => {
    const bytes = new TextEncoder().encode(
      `<rss version="2.0"><channel><item><title>x</title>${date}</item></channel></rss>`,
    );
    const entry = parseFeed(bytes, { url: 'https://feeds.example/feed' })?.entries[0];
    return entry && newEntry(entry, keys, arrived).entry;
  };
  const future = entryOf('<pubDate>Fri, 01 Jan 2038 00:00:00 GMT</pubDate>');
  expect(future).toMatchObject({ sortAt: arrived, publishedAt: Date.UTC(2038, 0, 1) });
  expect(entryOf('')).toMatchObject({ sortAt: arrived, publishedAt: null });
  expect(entryOf('<pubDate>last Tuesday, honestly</pubDate>')).toMatchObject({ sortAt: arrived });
});
