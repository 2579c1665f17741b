import { expect, test } from 'vitest';
import { isPlaceholder, lazySource } from '../../../utils/article/images/lazy';

const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const source = (attributes: Record<string, string>) => lazySource((name) => attributes[name] ?? null);

test.each<[string, Record<string, string>, string, string?]>([
  ['nothing lazy', { src: '/a.png', srcset: '/a.png 1x' }, '/a.png', '/a.png 1x'],
  ['lazysizes', { src: dot, 'data-src': '/a.png', 'data-srcset': '/b.png 2x' }, '/a.png', '/b.png 2x'],
  ['a blurred picture in src', { src: '/a-20px.png', 'data-src': '/a.png' }, '/a.png'],
  [
    'jQuery Lazy Load',
    { src: '/img/grey.gif', 'data-original': 'https://a.example/a.jpg' },
    'https://a.example/a.jpg',
  ],
  [
    'WP Rocket',
    { src: "data:image/svg+xml,%3Csvg%20xmlns='x'%3E", 'data-lazy-src': '//a.example/a.jpg' },
    '//a.example/a.jpg',
  ],
  [
    'WeChat',
    { 'data-src': 'https://mmbiz.qpic.cn/x/640?wx_fmt=jpeg' },
    'https://mmbiz.qpic.cn/x/640?wx_fmt=jpeg',
  ],
  ['Jianshu', { 'data-original-src': '//upload.example/a.png' }, '//upload.example/a.png'],
  ['Discuz!', { src: 'static/image/common/none.gif', file: 'data/a.jpg' }, 'static/image/common/none.gif'],
  ['Discuz! with an empty src', { src: '', file: 'data/a.jpg' }, 'data/a.jpg'],
  ['a doubtful name beside a real src', { src: '/a.png', 'data-url': '/page.html' }, '/a.png'],
  ['a flag, not an address', { src: '/a.png', 'data-lazy': 'true', 'data-src': '' }, '/a.png'],
  ['only a placeholder', { src: dot }, ''],
  ['only a placeholder, by its name', { src: '/images/1x1.gif?x' }, ''],
  ['srcset alone', { src: dot, 'data-srcset': '/a.png 1x' }, '', '/a.png 1x'],
  ['a relative name', { src: dot, 'data-src': 'images/a.png' }, 'images/a.png'],
  ['script in a lazy name', { src: '/a.png', 'data-src': 'javascript:alert(1)' }, '/a.png'],
  ['a page of another scheme', { src: '/a.png', 'data-src': 'chrome-extension://x/y.png' }, '/a.png'],
])('%s', (_, attributes, src, srcset = '') => expect(source(attributes)).toEqual({ src, srcset }));

test.each([
  '/a/blank.gif',
  'spacer.gif',
  'https://a.example/loading.svg#x',
  '/t/placeholder-1.png',
  'about:blank',
  '',
])('%j shows nothing', (src) => expect(isPlaceholder(src)).toBe(true));

test.each([
  '/a/blanket.gif',
  '/loading-dock.jpg',
  'https://a.example/space.html',
  `data:image/png;base64,${'A'.repeat(4000)}`,
])('%j shows something', (src) => expect(isPlaceholder(src)).toBe(false));
