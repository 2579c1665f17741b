import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** For the button in whose place something else stands while it is `away`: it has the keyboard again once it is back. */
export function useFocusBack(away: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const wasAway = useRef(false);
  useEffect(() => {
    // where the reader has gone elsewhere meanwhile, she stays there
    if (wasAway.current && !away && document.activeElement === document.body) button.current?.focus();
    wasAway.current = away;
  }, [away]);
  return button;
}
