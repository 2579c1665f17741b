export type Command =
  | 'openNext'
  | 'openPrevious'
  | 'selectNext'
  | 'selectPrevious'
  | 'open'
  | 'original'
  | 'toggleRead'
  | 'toggleStar'
  | 'markAll'
  | 'refresh'
  | 'showUnread'
  | 'showAll'
  | 'showStarred'
  | 'back'
  | 'help';

export interface Binding {
  /** As KeyboardEvent.key gives it; a leading `g ` means after the letter g, 'Shift+' is in the letter's case. */
  keys: readonly string[];
  command: Command;
}

/** The keys of the great readers before us; none with Ctrl, which belongs to the browser. */
export const keymap: readonly Binding[] = [
  { keys: ['j'], command: 'openNext' },
  { keys: ['k'], command: 'openPrevious' },
  { keys: ['n', 'ArrowDown'], command: 'selectNext' },
  { keys: ['p', 'ArrowUp'], command: 'selectPrevious' },
  { keys: ['o', 'Enter'], command: 'open' },
  { keys: ['v'], command: 'original' },
  { keys: ['m'], command: 'toggleRead' },
  { keys: ['s'], command: 'toggleStar' },
  { keys: ['A'], command: 'markAll' },
  { keys: ['r'], command: 'refresh' },
  { keys: ['g u', '1'], command: 'showUnread' },
  { keys: ['g a', '2'], command: 'showAll' },
  { keys: ['g s', '3'], command: 'showStarred' },
  { keys: ['Escape'], command: 'back' },
  { keys: ['?'], command: 'help' },
];

/** What a key does; `prefix` is the key pressed before it, '' for none. */
export function commandOf(key: string, prefix: string): Command | undefined {
  const pressed = prefix === 'g' ? `g ${key}` : key;
  return keymap.find(({ keys }) => keys.includes(pressed))?.command;
}
