import { effect } from '@preact/signals';
import { isFront, listStatus } from './list-state';

const longestMs = 2000;
let isListing = false;

/** Says that this page has a list, which comes first. */
export function listComes(): void {
  isListing = true;
}

/**
 * Runs it in an idle moment once the list is there: what is fetched earlier takes the list's turns, and nobody sees it
 * yet. From then on the list's states hold nothing of it.
 */
export function onceListed(work: () => unknown): void {
  effect(function () {
    if (isListing && (listStatus.value === 'loading' || isFront.value)) return;
    this.dispose();
    requestIdleCallback(() => void work(), { timeout: longestMs });
  });
}
