import { expect, test } from 'vitest';
import { isAmong } from '../../utils/browser/access';

test.each([
  ['https://news.example.com/feed', 'https://news.example.com/*', true],
  ['https://NEWS.example.com:8443/feed', 'https://news.example.com/*', true],
  ['https://news.example.com/feed', '*://news.example.com/*', true],
  ['https://news.example.com/feed', '*://*.example.com/*', true],
  ['https://example.com/feed', 'https://*.example.com/*', true],
  ['http://127.0.0.1:4000/feed', 'http://127.0.0.1/*', true],
  ['http://[::1]/feed', 'http://[::1]/*', true],
  ['https://例子.example/feed', 'https://xn--fsqu00a.example/*', true],
  ['https://news.example.com/feed', '*://*/*', true],
  ['https://news.example.com/feed', 'https://*/*', true],
  ['https://news.example.com/feed', '<all_urls>', true],
  ['http://news.example.com/feed', 'https://news.example.com/*', false],
  ['https://news.example.com/feed', 'http://*/*', false],
  ['https://badexample.com/feed', 'https://*.example.com/*', false],
  ['https://example.com/feed', 'https://news.example.com/*', false],
  ['https://example.com.evil.test/feed', 'https://*.example.com/*', false],
  ['file:///etc/passwd', '<all_urls>', false],
  ['no address', '<all_urls>', false],
])('%s is among %s: %s', (address, pattern, is) => {
  expect(isAmong(address, new Set(['https://other.test/*', pattern]))).toBe(is);
});
