import { keysOf } from './bindings';
import { keyName } from './key-names';
import type { Command } from './keymap';

interface Props {
  /** What the keys do that stand before the words; those that have none are left out, and the hint with all of them. */
  commands: readonly Command[];
  words: string;
}

/** Keys as they are now, and what they do. */
export function KeyHint({ commands, words }: Props) {
  const keys = commands.flatMap((command) => keysOf(command).slice(0, 1));
  if (keys.length === 0) return null;
  return (
    <span>
      {keys.map((key) => (
        <kbd key={key}>{key.split(' ').map(keyName).join(' ')}</kbd>
      ))}{' '}
      {words}
    </span>
  );
}
