import { useEffect } from 'preact/hooks';
import { bindings } from './bindings';
import { type Command, commandOf, isPrefix, pressedKey } from './keymap';

export type KeyHandlers = Partial<Record<Command, () => void>>;

const typing = 'input, textarea, select, [contenteditable], dialog, audio, video';
/** Their own Enter and arrows come first. */
const pressable = 'a, button, summary, [popover]';
/** Arrows move the selection in the list; anywhere else they scroll. */
const inList = '[role=feed]';

function belongsElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return true;
  // between two keys of a sequence it is no third
  if (event.key === 'Shift') return true;
  // The browser closes an open popover with it, and nothing else should go with that.
  if (event.key === 'Escape' && document.querySelector(':popover-open')) return true;
  // what stands in a shadow tree is no target for those outside
  const [first] = event.composedPath();
  const target = first instanceof Element ? first : null;
  if (target?.closest(typing)) return true;
  if (event.key === 'Enter' || event.key === ' ') return target?.closest(pressable) != null;
  return event.key.startsWith('Arrow') && !target?.closest(inList);
}

/** What goes on while its key is held; all else is done once. */
const goesOn = /^(open|select)[NP]|^(page|sound)|Feed$/;

/** Runs the command of a key pressed anywhere on the page, except where the reader types. */
export function useKeys(handlers: KeyHandlers): void {
  useEffect(() => {
    let prefix = '';
    const onKey = (event: KeyboardEvent) => {
      if (belongsElsewhere(event)) return;
      const key = pressedKey(event);
      const isOpening = prefix === '' && isPrefix(key, bindings.value);
      const command = isOpening ? undefined : commandOf(key, prefix, bindings.value);
      prefix = isOpening ? key : '';
      const run = command && handlers[command];
      if (!run) return;
      event.preventDefault();
      if (!event.repeat || goesOn.test(command)) run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [handlers]);
}
