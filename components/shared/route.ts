import { computed, signal } from '@preact/signals';

/** What the list shows: one of the smart views, a feed, or a folder with all below it. */
export type Scope =
  | { kind: 'unread' | 'all' | 'starred' }
  | { kind: 'feed'; id: number }
  | { kind: 'folder'; id: number };

export interface Route {
  scope: Scope;
  /** The open article. */
  entryId: number | null;
}

const pattern = /^#\/(?:(unread|all|starred)|(feed|folder)\/(\d{1,15}))(?:\/entry\/(\d{1,15}))?$/;

/** Reads `#/feed/3/entry/55`. The hash only says where to look: it changes nothing, whoever wrote it. */
export function parseRoute(hash: string): Route {
  const [, view, kind, id, entry] = pattern.exec(hash) ?? [];
  const entryId = entry === undefined ? null : Number(entry);
  if (view === 'all' || view === 'starred') return { scope: { kind: view }, entryId };
  if (kind === 'feed' || kind === 'folder') return { scope: { kind, id: Number(id) }, entryId };
  return { scope: { kind: 'unread' }, entryId };
}

/** The hash that `parseRoute` reads back. */
export function routeHash({ scope, entryId }: Route): string {
  const place = 'id' in scope ? `${scope.kind}/${scope.id}` : scope.kind;
  return `#/${place}${entryId === null ? '' : `/entry/${entryId}`}`;
}

export const route = signal<Route>(parseRoute(location.hash));
/** Changes only when the list is another one, not with every article. */
export const scopeKey = computed(() => routeHash({ scope: route.value.scope, entryId: null }));

window.addEventListener('hashchange', () => {
  route.value = parseRoute(location.hash);
});

/** Goes there; the browser's back button returns. */
export function visit(next: Route): void {
  if (routeHash(next) === routeHash(route.value)) return;
  history.pushState(null, '', routeHash(next));
  route.value = next;
}

/** Goes there in place of the present entry of the history: stepping through articles should not fill it. */
export function replaceRoute(next: Route): void {
  history.replaceState(null, '', routeHash(next));
  route.value = next;
}
