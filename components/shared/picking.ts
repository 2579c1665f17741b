import { signal } from '@preact/signals';

/** The article in which the reader chooses something to hide; null while she does not. */
export const picking = signal<number | null>(null);
