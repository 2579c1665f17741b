import { computed, signal } from '@preact/signals';
import { replaceRoute, route, visit } from './route';
import type { Scope } from './route-hash';

/** What is searched for; null where the list is another one. */
export const searchText = computed(() => {
  const { scope } = route.value;
  return scope.kind === 'search' ? scope.text : null;
});
/** Counts the wishes to type: the box takes the keyboard at each. */
export const searchWish = signal(0);

let before: Scope = { kind: 'unread' };

/** Brings the keyboard to the box; the list of before comes back with `leaveSearch`. */
export function startSearch(): void {
  const { scope } = route.value;
  if (scope.kind !== 'search') {
    before = scope;
    visit({ scope: { kind: 'search', text: '' }, entryId: null });
  } else if (route.value.entryId !== null) visit({ scope, entryId: null });
  searchWish.value++;
}

/** Shows what this finds, in place of what the text before found. */
export function searchFor(text: string): void {
  replaceRoute({ scope: { kind: 'search', text }, entryId: null });
}

/** Back to the list from which the search began; false where none is shown, or an article of it is open. */
export function leaveSearch(): boolean {
  if (searchText.value === null || route.value.entryId !== null) return false;
  visit({ scope: before, entryId: null });
  return true;
}
