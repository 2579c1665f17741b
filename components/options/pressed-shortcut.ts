/** Keys with a name of their own in shortcuts (MDN, manifest.json/commands), by KeyboardEvent.key. */
const named: Readonly<Record<string, string>> = {
  ',': 'Comma',
  '.': 'Period',
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
  Delete: 'Delete',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey'>;

function keyOf({ key, code }: Pressed): string | undefined {
  if (/^[a-z\d]$/i.test(key)) return key.toUpperCase();
  // with Alt, some systems write another sign than the key has
  return named[key] ?? /^(?:Key|Digit)([A-Z\d])$/.exec(code)?.[1];
}

/**
 * What was pressed as browsers spell it, e.g. `Alt+Shift+J`; null where it is no shortcut: those have one of Ctrl, Alt and
 * Command, and Shift besides if at all; F1 to F12 may stand alone.
 */
export function pressedShortcut(pressed: Pressed): string | null {
  const { key, altKey, ctrlKey, shiftKey, metaKey } = pressed;
  const held = [altKey && 'Alt', ctrlKey && 'Ctrl', metaKey && 'Command'].filter((one) => one !== false);
  const isFunction = /^F(?:[1-9]|1[0-2])$/.test(key);
  const name = isFunction ? key : keyOf(pressed);
  if (!name || held.length > 1 || (held.length === 0 && (!isFunction || shiftKey))) return null;
  return [...held, ...(shiftKey ? ['Shift'] : []), name].join('+');
}
