import { useEffect, useRef } from 'preact/hooks';
import { toast } from '../shared/toasts';

interface Props<T> {
  /** What the reader is asked for. */
  words: string;
  /** What the key gives; null for one that only begins something, undefined for one that is the browser's own affair. */
  read: (event: KeyboardEvent) => T | null | undefined;
  /** Why a key can not be given, in words; '' where it can, or only begins something. */
  refusal: (event: KeyboardEvent) => string;
  /** What Backspace gives: no key at all. */
  none: T;
  /** Null where all stays as it is: Escape, or the reader went elsewhere. */
  onGiven: (given: T | null) => void;
}

/** Given alone they only change other keys. */
const modifiers = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
]);

/** Whether this is no key of its own, but a change of others. */
export const isModifier = ({ key }: KeyboardEvent): boolean => modifiers.has(key);

/** Has the keyboard until a key is given; Tab goes on as ever. */
export function KeyCapture<T>({ words, read, refusal, none, onGiven }: Props<T>) {
  const place = useRef<HTMLButtonElement>(null);
  useEffect(() => place.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    const isLeaving = event.key === 'Escape' || event.key === 'Backspace';
    const why = isLeaving || isModifier(event) ? '' : refusal(event);
    // said in passing: the browser may take the keyboard elsewhere with this very key
    if (why && !event.repeat) toast(why);
    const given = read(event);
    if (given === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onGiven(null);
    else if (event.key === 'Backspace') onGiven(none);
    else if (given !== null) onGiven(given);
  };
  return (
    <button
      ref={place}
      type="button"
      class="key-capture"
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.preventDefault()}
      onBlur={() => onGiven(null)}
    >
      {words}
    </button>
  );
}
