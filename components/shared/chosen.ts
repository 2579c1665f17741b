import { computed, signal } from '@preact/signals';
import { scopeKey } from './route';

interface Choice {
  /** The list that they were chosen from: another list begins without any. */
  of: string;
  ids: ReadonlySet<number>;
  /** From where a range goes on. */
  last: number | null;
}

const choice = signal<Choice | null>(null);
const here = computed(() => (choice.value?.of === scopeKey.value ? choice.value : null));

/** The articles that were chosen in this list, to do something with all of them; null while none are being chosen. */
export const chosen = computed(() => here.value?.ids ?? null);
export const lastChosen = computed(() => here.value?.last ?? null);

/** `null` ends the choosing. */
export function choose(ids: Iterable<number> | null, last: number | null = null): void {
  choice.value = ids && { of: scopeKey.value, ids: new Set(ids), last };
}
