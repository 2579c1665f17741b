import { signal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { formatNumber } from '../shared/locale';
import { scopeKey } from '../shared/route';
import { routeHash, type Scope } from '../shared/route-hash';

/** In narrow windows the subscriptions lie over the list while this is true. */
export const navOpen = signal(false);

interface PlaceProps {
  scope: Scope;
  count: number;
  level?: number;
  children: ComponentChildren;
}

/** A place to go to, with its number of articles. */
export function Place({ scope, count, level, children }: PlaceProps) {
  const here = routeHash({ scope, entryId: null });
  // of hundreds of places only the one that is left and the one that is come to are drawn anew
  const current = useComputed(() => scopeKey.value === here);
  const close = () => {
    navOpen.value = false;
  };
  return (
    <a
      class="place"
      href={here}
      aria-current={current.value ? 'page' : undefined}
      style={{ '--level': `${level ?? 0}` }}
      onClick={close}
    >
      {children}
      {count > 0 && <span class="count">{formatNumber(count)}</span>}
    </a>
  );
}
