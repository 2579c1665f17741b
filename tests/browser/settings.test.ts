import { expect, test } from 'vitest';
import { settingsFrom } from '../../utils/browser/settings';
import { defaultSettings } from '../../utils/model/settings';

test.each([[undefined], [null], [17], ['dark'], [[]], [{}]])('%j is the default', (stored) => {
  expect(settingsFrom(stored)).toEqual(defaultSettings);
});

test('what is valid is taken, all else is the default', () => {
  const stored = {
    theme: 'dark',
    textSize: 900,
    articleFace: 'comic',
    badge: 'off',
    markReadOnOpen: 'no',
    x: 1,
  };
  expect(settingsFrom(stored)).toEqual({ ...defaultSettings, theme: 'dark', badge: 'off' });
});

test.each([
  ['https://rss.example/hub', 'https://rss.example/hub'],
  ['', ''],
  ['javascript:alert(1)', defaultSettings.rsshub],
  [7, defaultSettings.rsshub],
])('of %j as RSSHub server %j is taken', (rsshub, taken) => {
  expect(settingsFrom({ rsshub }).rsshub).toBe(taken);
});

const proxy = `https://p.test/?u=\${href_ue}`;

test.each([
  ['click', 'click'],
  ['proxies', 'proxies'],
  ['cached', 'cached'],
  // As earlier versions stored it.
  ['never', 'cached'],
  ['sometimes', 'always'],
  [['never'], 'always'],
])('of %j as image policy %j is taken', (images, taken) => {
  expect(settingsFrom({ images }).images).toBe(taken);
});

test.each([
  [[proxy, proxy], [proxy]],
  [[proxy.replace('s:', ':'), 'javascript:1', 7, null, `https://${'x'.repeat(400)}`], []],
  [proxy, []],
  [Array.from({ length: 20 }, (_, at) => `https://p${at}.test/`), 8],
])('of %j as image proxies %j are taken', (imageProxies, taken) => {
  const { imageProxies: kept } = settingsFrom({ imageProxies });
  expect(typeof taken === 'number' ? kept.length : kept).toEqual(taken);
});

test('a prototype brings nothing in', () => {
  const stored = JSON.parse('{"__proto__":{"theme":"dark"},"constructor":{"badge":"off"}}');
  expect(settingsFrom(stored)).toEqual(defaultSettings);
  expect(settingsFrom(Object.create({ theme: 'dark' }))).toEqual(defaultSettings);
});
