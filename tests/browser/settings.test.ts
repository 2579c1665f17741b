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

test('a prototype brings nothing in', () => {
  const stored = JSON.parse('{"__proto__":{"theme":"dark"},"constructor":{"badge":"off"}}');
  expect(settingsFrom(stored)).toEqual(defaultSettings);
  expect(settingsFrom(Object.create({ theme: 'dark' }))).toEqual(defaultSettings);
});
