/** Keys with a name that do something in pages alone; whatever else has a name is the browser's or the system's, too. */
const pagesOwn: ReadonlySet<string> = new Set([
  'Enter',
  'Escape',
  'Backspace',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Insert',
  'Delete',
]);

/** Whether browsers or systems use a key themselves, e.g. F5, alone or as the last of two ("g F5"). */
export function isSharedKey(key: string): boolean {
  const last = key.length > 2 ? (key.split(' ').at(-1) ?? key) : key;
  return [...last].length > 1 && !pagesOwn.has(last);
}

/**
 * Firefox's own shortcuts on its three systems (support.mozilla.org, "Keyboard shortcuts"), with Ctrl for Command, too. It
 * accepts each of them for an extension, and then does what it always does (MDN, manifest.json/commands): no API tells.
 */
const kept: readonly RegExp[] = [
  /^Ctrl\+(?:[A-Z\d]|Comma|PageUp|PageDown)$/,
  /^Ctrl\+Shift\+(?:[A-EG-KM-PR-TV-Z]|Delete|PageUp|PageDown)$/,
  /^Alt\+(?:[\dBDEFHSTV]|Left|Right|Home)$/,
  /^(?:Alt\+|Ctrl\+)?F4$/,
  /^Ctrl\+F5$/,
  /^F(?:[135679]|1[0-2])$/,
];

/** Whether a shortcut, as browsers spell it, is one that the browser keeps to itself. */
export function isKeptShortcut(shortcut: string): boolean {
  const plain = shortcut.replace(/^(?:Command|MacCtrl)\+/, 'Ctrl+');
  return kept.some((one) => one.test(plain));
}
