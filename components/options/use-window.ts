import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** Rows drawn above and below what is seen, so that a turn of the wheel shows no blank. */
const spare = 8;

export interface Span {
  first: number;
  /** One after the last. */
  end: number;
  /** Of a row, in px. */
  height: number;
}

/**
 * Which of `count` rows of one height are near what the reader sees, while the page scrolls: a thousand feeds cost no more
 * than twenty. The height is measured at the first row of `list`.
 */
export function useWindow(list: RefObject<HTMLElement | null>, count: number): Span {
  const [span, setSpan] = useState<Span>({ first: 0, end: 20, height: 64 });
  const look = () => {
    if (!list.current) return;
    const { top } = list.current.getBoundingClientRect();
    const row = list.current.querySelector<HTMLElement>('[data-row]');
    const height = row?.offsetHeight || span.height;
    const first = Math.max(0, Math.min(count, Math.floor(-top / height)) - spare);
    const end = Math.ceil((innerHeight - top) / height) + spare;
    setSpan((old) =>
      old.first === first && old.end === end && old.height === height ? old : { first, end, height },
    );
  };
  useLayoutEffect(look, [count]);
  useEffect(() => {
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [count]);
  return { ...span, end: Math.min(count, Math.max(span.end, 0)) };
}
