import { describe, expect, it } from 'vitest';
import { imageAddress, linkAddress, webSrcset } from '../../utils/article/addresses';
import { webAddress } from '../../utils/article/web-address';

const place = { base: 'https://site.test/2026/a.html', privateHosts: ['127.0.0.1:8080'] };

describe('linkAddress', () => {
  it.each([
    ['b.html', 'https://site.test/2026/b.html'],
    ['options.html#/feeds', 'https://site.test/2026/options.html#/feeds'],
    ['//other.test/x', 'https://other.test/x'],
    ['\\\\other.test\\x', 'https://other.test/x'],
    ['mailto:a@b.test', 'mailto:a@b.test'],
    ['tel:+123', 'tel:+123'],
    ['#note', '#user-content-note'],
    ['#user-content-note', '#user-content-note'],
    ['#', null],
    ['javascript:alert(1)', null],
    [' java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['vbscript:x', null],
    ['chrome-extension://abc/options.html', null],
    ['file:///etc/passwd', null],
    ['https://user:secret@site.test/', null],
    ['http://192.168.1.1/reboot', null],
    ['http://2130706433/', null],
    ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080/x'],
    ['http://127.0.0.1:9090/x', null],
  ])('%j -> %j', (address, expected) => {
    expect(linkAddress(address, place)).toBe(expected);
  });

  it('resolves nothing without a base', () => {
    expect(webAddress('b.html', { base: '' })).toBeNull();
    expect(webAddress('https://site.test/b', { base: '' })).toBe('https://site.test/b');
  });
});

describe('imageAddress', () => {
  it.each([
    ['data:image/png;base64,AAAA', 'data:image/png;base64,AAAA'],
    ['data:image/svg+xml,<svg/>', null],
    ['data:text/html,x', null],
    ['p.jpg', 'https://site.test/2026/p.jpg'],
  ])('%j -> %j', (address, expected) => {
    expect(imageAddress(address, place)).toBe(expected);
  });
});

describe('webSrcset', () => {
  it.each([
    ['a.jpg 1x, b.jpg 2x', 'https://site.test/2026/a.jpg 1x, https://site.test/2026/b.jpg 2x'],
    ['foo 1w, javascript:evil()', 'https://site.test/2026/foo 1w'],
    ['https://i.test/w_1,h_2/a.jpg 480w', 'https://i.test/w_1%2Ch_2/a.jpg 480w'],
    ['a.jpg, b.jpg 2x', 'https://site.test/2026/a.jpg 1x, https://site.test/2026/b.jpg 2x'],
    ['http://10.0.0.1/a 1x', ''],
    ['a.jpg onerror=x', ''],
    ['', ''],
  ])('%j -> %j', (srcset, expected) => {
    expect(webSrcset(srcset, place)).toBe(expected);
  });
});
