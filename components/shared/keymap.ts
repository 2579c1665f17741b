export type Command =
  | 'openNext'
  | 'openPrevious'
  | 'selectNext'
  | 'selectPrevious'
  | 'open'
  | 'original'
  | 'originalBehind'
  | 'toggleRead'
  | 'toggleStar'
  | 'tag'
  | 'choose'
  | 'chooseAll'
  | 'markAll'
  | 'refresh'
  | 'nextFeed'
  | 'previousFeed'
  | 'pageOn'
  | 'search'
  | 'showUnread'
  | 'showAll'
  | 'showStarred'
  | 'readAloud'
  | 'playOrPause'
  | 'addToQueue'
  | 'playNext'
  | 'soundBack'
  | 'soundAhead'
  | 'back'
  | 'help';

export interface Binding {
  /** As KeyboardEvent.key gives it; a leading `g ` means after the letter g, 'Shift+' is in the letter's case. */
  keys: readonly string[];
  command: Command;
}

/** The usual keys, those of the great readers before us; none with Ctrl, which belongs to the browser. */
export const usualKeys: readonly Binding[] = [
  { keys: ['j'], command: 'openNext' },
  { keys: ['k'], command: 'openPrevious' },
  { keys: ['n', 'ArrowDown'], command: 'selectNext' },
  { keys: ['p', 'ArrowUp'], command: 'selectPrevious' },
  { keys: ['o', 'Enter'], command: 'open' },
  { keys: ['v'], command: 'original' },
  { keys: ['b'], command: 'originalBehind' },
  { keys: ['m'], command: 'toggleRead' },
  { keys: ['s'], command: 'toggleStar' },
  { keys: ['t'], command: 'tag' },
  { keys: ['x'], command: 'choose' },
  { keys: ['X'], command: 'chooseAll' },
  { keys: ['A'], command: 'markAll' },
  { keys: ['r'], command: 'refresh' },
  { keys: ['J'], command: 'nextFeed' },
  { keys: ['K'], command: 'previousFeed' },
  { keys: [' '], command: 'pageOn' },
  { keys: ['/'], command: 'search' },
  { keys: ['g u', '1'], command: 'showUnread' },
  { keys: ['g a', '2'], command: 'showAll' },
  { keys: ['g s', '3'], command: 'showStarred' },
  { keys: ['l'], command: 'readAloud' },
  { keys: ['L'], command: 'playOrPause' },
  { keys: ['q'], command: 'addToQueue' },
  { keys: ['Q'], command: 'playNext' },
  { keys: [','], command: 'soundBack' },
  { keys: ['.'], command: 'soundAhead' },
  { keys: ['Escape'], command: 'back' },
  { keys: ['?'], command: 'help' },
];

/** The reader's own keys by command, over the usual ones. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>;

/** The keys that hold now. A key given to two commands does what the first of them says. */
export function bindingsWith(own: OwnKeys): readonly Binding[] {
  return usualKeys.map(({ keys, command }) => ({
    command,
    keys: Object.hasOwn(own, command) ? (own[command] ?? keys) : keys,
  }));
}

/**
 * The first of these keys as buttons name it to a screen reader (`aria-keyshortcuts` of WAI-ARIA 1.2, which knows no keys one
 * after the other); undefined where there is none.
 */
export function shortcutName(keys: readonly string[]): string | undefined {
  const key = keys.find((one) => one === ' ' || !one.includes(' '));
  if (key === ' ') return 'Space';
  return key && /^\p{Lu}$/u.test(key) ? `Shift+${key}` : key;
}

/** The key of a binding. Caps Lock, which for many chooses between Chinese and English, makes no other key of a letter. */
export function pressedKey(event: KeyboardEvent): string {
  const { key, shiftKey } = event;
  if (key.length > 1 || !event.getModifierState('CapsLock')) return key;
  return shiftKey ? key.toUpperCase() : key.toLowerCase();
}

/** Whether another key may follow this one. */
export function isPrefix(key: string, bindings: readonly Binding[]): boolean {
  return bindings.some(({ keys }) => keys.some((one) => one.length > 2 && one.startsWith(`${key} `)));
}

/** What a key does; `prefix` is the key pressed before it, '' for none. */
export function commandOf(key: string, prefix: string, bindings: readonly Binding[]): Command | undefined {
  const pressed = prefix === '' ? key : `${prefix} ${key}`;
  return bindings.find(({ keys }) => keys.includes(pressed))?.command;
}

/** Commands that share a key, by key; the first of them is what it does. */
export function conflicts(bindings: readonly Binding[]): ReadonlyMap<string, readonly Command[]> {
  const byKey = new Map<string, Command[]>();
  for (const { keys, command } of bindings)
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), command]);
  // A key that opens a sequence never comes to its own command: those of the sequence stand first.
  for (const [key, commands] of byKey)
    if (isPrefix(key, bindings))
      for (const [longer, others] of byKey)
        if (longer.startsWith(`${key} `) && longer.length > 2) commands.unshift(...others);
  return new Map([...byKey].filter(([, commands]) => new Set(commands).size > 1));
}
