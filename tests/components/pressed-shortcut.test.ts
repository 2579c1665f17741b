import { expect, test } from 'vitest';
import { pressedShortcut } from '../../components/options/pressed-shortcut';

const nothing = { code: '', altKey: false, ctrlKey: false, shiftKey: false, metaKey: false };

test.each([
  [{ key: 'J', code: 'KeyJ', altKey: true, shiftKey: true }, 'Alt+Shift+J'],
  // with Option, a Mac writes another sign
  [{ key: '∆', code: 'KeyJ', altKey: true }, 'Alt+J'],
  [{ key: '7', code: 'Digit7', ctrlKey: true }, 'Ctrl+7'],
  [{ key: ',', code: 'Comma', ctrlKey: true }, 'Ctrl+Comma'],
  [{ key: 'ArrowDown', code: 'ArrowDown', altKey: true }, 'Alt+Down'],
  [{ key: 'F8', code: 'F8' }, 'F8'],
  [{ key: 'j', code: 'KeyJ' }, null],
  [{ key: 'J', code: 'KeyJ', shiftKey: true }, null],
  [{ key: 'F8', code: 'F8', shiftKey: true }, null],
  [{ key: 'j', code: 'KeyJ', ctrlKey: true, altKey: true }, null],
  [{ key: 'Alt', code: 'AltLeft', altKey: true }, null],
  [{ key: 'é', code: 'Backquote', altKey: true }, null],
])('%j is %s', (pressed, shortcut) => {
  expect(pressedShortcut({ ...nothing, ...pressed })).toBe(shortcut);
});
