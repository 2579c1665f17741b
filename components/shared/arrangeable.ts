import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** For the element that holds a tree of `data-node`: what moves them is fetched once the tree is there. */
export function useArranging<Element extends HTMLElement>(): RefObject<Element | null> {
  const root = useRef<Element>(null);
  useEffect(() => {
    const { current } = root;
    if (current) void import('./arranging').then(({ letArrange }) => letArrange(current));
  }, []);
  return root;
}
