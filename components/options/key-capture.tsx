import { useEffect, useRef } from 'preact/hooks';

interface Props<T> {
  /** What the reader is asked for. */
  words: string;
  /** What the key gives; null for one that only begins something, undefined for one that is the browser's own affair. */
  read: (event: KeyboardEvent) => T | null | undefined;
  /** What Backspace gives: no key at all. */
  none: T;
  /** Null where all stays as it is: Escape, or the reader went elsewhere. */
  onGiven: (given: T | null) => void;
}

/** Has the keyboard until a key is given; Tab goes on as ever. */
export function KeyCapture<T>({ words, read, none, onGiven }: Props<T>) {
  const place = useRef<HTMLButtonElement>(null);
  useEffect(() => place.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
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
