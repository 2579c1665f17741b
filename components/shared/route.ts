import { computed, signal } from '@preact/signals';
import { parseRoute, type Route, routeHash } from './route-hash';

export const route = signal<Route>(parseRoute(location.hash));
/** Changes only when the list is another one, not with every article. */
export const scopeKey = computed(() => routeHash({ scope: route.value.scope, entryId: null }));

/** Writing the address takes the browser longer than drawing an article, and a held key passes thirty a second. */
const settledMs = 200;
let unwritten: ReturnType<typeof setTimeout> | undefined;
/** The address that the page has gone to or written. */
let known = location.hash;

function forgetUnwritten(): void {
  clearTimeout(unwritten);
  unwritten = undefined;
  known = location.hash;
}

function writeAddress(): void {
  // another one means that a link was followed, of which we shall be told in a moment
  if (unwritten === undefined || location.hash !== known) return;
  history.replaceState(null, '', routeHash(route.value));
  forgetUnwritten();
}

window.addEventListener('popstate', forgetUnwritten);
window.addEventListener('hashchange', () => {
  forgetUnwritten();
  route.value = parseRoute(location.hash);
});
window.addEventListener('pagehide', writeAddress);

/** Goes there; the browser's back button returns. */
export function visit(next: Route): void {
  if (routeHash(next) === routeHash(route.value)) return;
  writeAddress();
  history.pushState(null, '', routeHash(next));
  forgetUnwritten();
  route.value = next;
}

/**
 * Goes there in place of the present entry of the history: stepping through articles should not fill it. The address
 * follows when the steps have come to rest.
 */
export function replaceRoute(next: Route): void {
  clearTimeout(unwritten);
  unwritten = setTimeout(writeAddress, settledMs);
  route.value = next;
}
