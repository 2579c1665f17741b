import { signal } from '@preact/signals';

/** Addresses within this page of the feeds' icons, by feed. */
export const feedIcons = signal<ReadonlyMap<number, string>>(new Map());

/** For a picture that cannot be drawn: its feed gets its letter back. */
export function dropIcon(feedId: number): void {
  const next = new Map(feedIcons.value);
  next.delete(feedId);
  feedIcons.value = next;
}
