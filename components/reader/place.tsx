import { signal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { t } from '../../utils/browser/text';
import { formatNumber } from '../shared/locale';
import { scopeKey } from '../shared/route';
import { routeHash, type Scope } from '../shared/route-hash';

/** In narrow windows the subscriptions lie over the list while this is true. */
export const navOpen = signal(false);

interface PlaceProps {
  scope: Scope;
  count: number;
  /** Of how many articles `count` are unread, where both are of interest. */
  of?: number;
  level?: number;
  children: ComponentChildren;
}

/** A place to go to, with its number of articles. */
export function Place({ scope, count, of = 0, level, children }: PlaceProps) {
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
      {of > 0 ? <CountOf unread={count} all={of} /> : count > 0 && <Count count={count} />}
    </a>
  );
}

function Count({ count }: { count: number }) {
  return <span class="count">{formatNumber(count)}</span>;
}

function CountOf({ unread, all }: { unread: number; all: number }) {
  const words = t('unreadOf', [formatNumber(unread), formatNumber(all)]);
  return (
    <span class="count" title={words}>
      <span aria-hidden="true">
        {unread > 0 && <b>{formatNumber(unread)}</b>}
        <span>{formatNumber(all)}</span>
      </span>
      <span class="visually-hidden">{words}</span>
    </span>
  );
}
