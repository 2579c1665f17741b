import { expect, test } from 'vitest';
import { isKeptShortcut, isSharedKey } from '../../components/options/browsers-own';
import { usualKeys } from '../../components/shared/keymap';

test('the usual keys are the page’s alone', () => {
  expect(usualKeys.flatMap(({ keys }) => keys).filter(isSharedKey)).toEqual([]);
});

test.each([
  ['F5', true],
  ['F12', true],
  ['g F5', true],
  ['ContextMenu', true],
  ['MediaPlayPause', true],
  ['BrowserBack', true],
  ['w', false],
  ['g w', false],
  [' ', false],
  ['文', false],
  ['𝄞', false],
  ['End', false],
  ['PageDown', false],
])('%s is used by browsers, too: %s', (key, shared) => {
  expect(isSharedKey(key)).toBe(shared);
});

test.each([
  ['Ctrl+W', true],
  ['Command+W', true],
  ['MacCtrl+T', true],
  ['Ctrl+Shift+T', true],
  ['Ctrl+1', true],
  ['Alt+Left', true],
  ['Alt+D', true],
  ['Alt+F4', true],
  ['F11', true],
  ['Alt+Shift+J', false],
  ['Alt+Shift+Left', false],
  ['Alt+J', false],
  ['Ctrl+Shift+F', false],
  ['F8', false],
  ['', false],
])('%s is kept by browsers: %s', (shortcut, own) => {
  expect(isKeptShortcut(shortcut)).toBe(own);
});
