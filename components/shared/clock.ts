import { signal } from '@preact/signals';

/** The present in ms, fine enough for "5 minutes ago". */
export const now = signal(Date.now());

/** Keeps `now` going while the page is visible. */
export function startClock(): void {
  setInterval(() => {
    if (document.visibilityState === 'visible') now.value = Date.now();
  }, 30_000);
}
