import { describe, expect, test } from 'vitest';
import { embedOf } from '../../../utils/article/embeds/embed';
import { playerOrigins } from '../../../utils/article/embeds/players';

const base = 'https://site.test/a/';
const sound = encodeURIComponent('https://api.soundcloud.com/tracks/123');

describe('an embed is known by host and id', () => {
  test.each<[string, string | null, string]>([
    [
      'https://www.youtube.com/embed/dQw4w9WgXcQ?feature=oembed&autoplay=1',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    ],
    [
      '//www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=42',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&start=42',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s',
    ],
    [
      'http://youtube.com/v/dQw4w9WgXcQ',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    ],
    [
      'https://www.youtube.com/embed/videoseries?list=PL0123456789ab',
      'https://www.youtube-nocookie.com/embed/videoseries?list=PL0123456789ab&autoplay=1',
      'https://www.youtube.com/playlist?list=PL0123456789ab',
    ],
    [
      '//player.bilibili.com/player.html?aid=1&bvid=BV1xx411c7mD&cid=2&page=3',
      'https://player.bilibili.com/player.html?isOutside=true&bvid=BV1xx411c7mD&p=3&autoplay=1',
      'https://www.bilibili.com/video/BV1xx411c7mD?p=3',
    ],
    [
      'https://www.bilibili.com/blackboard/html5mobileplayer.html?aid=170001',
      'https://player.bilibili.com/player.html?isOutside=true&aid=170001&p=1&autoplay=1',
      'https://www.bilibili.com/video/av170001?p=1',
    ],
    [
      'https://player.vimeo.com/video/76979871?h=8272103f6e&title=0',
      'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=8272103f6e',
      'https://vimeo.com/76979871/8272103f6e',
    ],
    [
      'https://open.spotify.com/embed-podcast/episode/4rOoJ6Egrf8K2IrywzwOMk?utm_source=x',
      'https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk',
      'https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk',
    ],
    [
      `https://w.soundcloud.com/player/?url=${sound}&color=ff5500&auto_play=false`,
      `https://w.soundcloud.com/player/?url=${sound}&auto_play=true`,
      `https://w.soundcloud.com/player/?url=${sound}`,
    ],
    [
      'https://bandcamp.com/EmbeddedPlayer/album=123/size=large/bgcol=ffffff/track=45/transparent=true/',
      'https://bandcamp.com/EmbeddedPlayer/album=123/track=45/size=large/tracklist=false/artwork=small/',
      'https://bandcamp.com/EmbeddedPlayer/album=123/track=45/size=large/tracklist=false/artwork=small/',
    ],
    ['https://platform.twitter.com/embed/Tweet.html?dnt=true&id=20', null, 'https://x.com/i/status/20'],
    ['https://weibo.com/tv/show/1034:4888', null, 'https://weibo.com/tv/show/1034:4888'],
  ])('%s', (address, player, page) => {
    expect(embedOf(address, base)).toMatchObject({ player, page });
  });
});

describe('what only looks like one is none (REQ-13)', () => {
  test.each([
    'https://www.youtube.com.evil.test/embed/dQw4w9WgXcQ',
    'https://evil.test/www.youtube.com/embed/dQw4w9WgXcQ',
    'https://www.youtube.com@evil.test/embed/dQw4w9WgXcQ',
    'https://user@www.youtube.com/embed/dQw4w9WgXcQ',
    'https://www.youtube.com\\@evil.test/embed/dQw4w9WgXcQ',
    'https://evil.test\\.youtube.com/embed/dQw4w9WgXcQ',
    'https://evil.test/#www.youtube.com/embed/dQw4w9WgXcQ',
    'https://evil.test/?https://www.youtube.com/embed/dQw4w9WgXcQ',
    'https://www.youtube.com:8443/embed/dQw4w9WgXcQ',
    'https://notyoutube.com/embed/dQw4w9WgXcQ',
    'https://m.player.bilibili.com/player.html?aid=1',
    'https://www.youtube.com/embed/short',
    'https://www.youtube.com/embed/dQw4w9WgXcQ/../../redirect',
    'https://www.youtube.com/embed/dQw4w9WgXcQ%22onload=alert(1)',
    'https://www.youtube.com/redirect?q=https://evil.test',
    'https://player.bilibili.com/player.html?bvid="><script>',
    'https://player.vimeo.com/video/1x',
    'https://open.spotify.com/embed/user/x',
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fevil.test%2Ftracks%2F1',
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com.evil.test%2Ftracks%2F1',
    'https://bandcamp.com/EmbeddedPlayer/album=1x/',
    'javascript:alert(1)//www.youtube.com/embed/dQw4w9WgXcQ',
    'data:text/html,www.youtube.com/embed/dQw4w9WgXcQ',
    'ftp://www.youtube.com/embed/dQw4w9WgXcQ',
    '/embed/dQw4w9WgXcQ',
    '',
  ])('%s', (address) => {
    expect(embedOf(address, base)).toBeNull();
  });
});

test('each player stands at one of the origins that the policy names', () => {
  expect(playerOrigins).toEqual([
    'https://www.youtube-nocookie.com',
    'https://player.bilibili.com',
    'https://player.vimeo.com',
    'https://open.spotify.com',
    'https://w.soundcloud.com',
    'https://bandcamp.com',
  ]);
});
