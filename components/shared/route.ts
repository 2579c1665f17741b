import { computed, signal } from '@preact/signals';
import { parseRoute, type Route, routeHash } from './route-hash';

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
