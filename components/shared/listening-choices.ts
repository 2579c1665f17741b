import { signal } from '@preact/signals';
import { getListening, saveListening, watchListening } from '../../utils/browser/listening-choices';
import { defaultListening, type Listening } from '../../utils/model/listening';

/** How the reader likes to listen; follows what any page changes. */
export const choices = signal<Listening>(defaultListening);

const take = (next: Listening) => {
  choices.value = next;
};
watchListening(take);
/** Resolved when they are the reader's. */
export const choicesKnown = getListening().then(take, () => undefined);

/** Takes effect at once; kept in storage for all pages. */
export function changeListening(change: Partial<Listening>): void {
  choices.value = { ...choices.value, ...change };
  void saveListening(change);
}
