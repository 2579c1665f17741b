import { expect, test } from 'vitest';
import { twinAddresses } from '../../utils/discover/twins';

test.each<[string, string[]]>([
  [
    'https://feedx.net/rss/bbc.xml',
    ['https://feedx.site/rss/bbc.xml', 'http://feedx.net/rss/bbc.xml', 'https://www.feedx.net/rss/bbc.xml'],
  ],
  [
    'http://feedx.site/rss/a.xml?x=1',
    ['https://feedx.net/rss/a.xml?x=1', 'https://feedx.site/rss/a.xml?x=1'],
  ],
  ['https://www.blog.example/feed', ['http://www.blog.example/feed', 'https://blog.example/feed']],
  ['https://a.b.example/feed', ['http://a.b.example/feed']],
])('%s has twins', (address, expected) => {
  expect(twinAddresses(address)).toEqual(expect.arrayContaining(expected));
  expect(twinAddresses(address)[0]).toBe(expected[0]);
  expect(twinAddresses(address)).not.toContain(address);
});

test('a channel has the same feed at every front end, and back', () => {
  const here = 'https://www.youtube.com/feeds/videos.xml?channel_id=UC123_-abc';
  const there = 'https://yewtu.be/feed/channel/UC123_-abc';
  expect(twinAddresses(here)).toContain(there);
  expect(twinAddresses(there)).toContain(here);
  const onPiped = 'https://pipedapi.kavin.rocks/feed/unauthenticated/rss?channels=UC123_-abc';
  expect(twinAddresses(here)).toContain(onPiped);
  expect(twinAddresses(onPiped)).toEqual(expect.arrayContaining([here, there]));
  expect(twinAddresses('https://www.youtube.com/feeds/videos.xml?playlist_id=PL1').join()).not.toContain(
    'yewtu',
  );
});

test('routes of one instance are at the others', () => {
  const twins = twinAddresses('https://rsshub.app/telegram/channel/x');
  expect(twins.filter((twin) => twin.endsWith('/telegram/channel/x')).length).toBeGreaterThan(3);
});

test.each(['', 'nonsense', 'file:///a', 'http://127.0.0.1:8080/feed'])('%s has none', (address) => {
  expect(twinAddresses(address)).toEqual([]);
});
