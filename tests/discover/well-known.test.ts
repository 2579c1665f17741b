import { expect, it } from 'vitest';
import { wellKnownFeeds } from '../../utils/discover/well-known';

it('tries the level of the page, then the front of the site', () => {
  const urls = wellKnownFeeds('https://example.com/blog/post?x=1#y').map(({ url }) => url);
  expect(urls.slice(0, 5)).toEqual([
    'https://example.com/blog/feed',
    'https://example.com/blog/rss',
    'https://example.com/blog/atom.xml',
    'https://example.com/blog/index.xml',
    'https://example.com/blog/feed.json',
  ]);
  expect(urls).toContain('https://example.com/feed');
  expect(new Set(urls).size).toBe(14);
});

it('tries the front once', () => {
  expect(wellKnownFeeds('http://localhost:8080/post')).toHaveLength(7);
  expect(wellKnownFeeds('http://localhost:8080')[0]?.url).toBe('http://localhost:8080/feed');
});

it('stays on the site', () => {
  for (const address of ['https://example.com//evil.example/x', 'https://example.com/\\evil.example/']) {
    expect(wellKnownFeeds(address).every(({ url }) => new URL(url).host === 'example.com')).toBe(true);
  }
});

it('has nothing to try without a web address', () => {
  expect(wellKnownFeeds('file:///etc/')).toEqual([]);
  expect(wellKnownFeeds('')).toEqual([]);
});
