import type { parts } from './listening-parts';
import { selectedEntry } from './walking';

type Act = keyof typeof parts.listeningKeys;

/** Does what a key for listening does, to the article that was selected when it was pressed. */
export function listen(what: Act): void {
  const entry = selectedEntry();
  void import('./listening-parts').then((loaded) => loaded.parts.listeningKeys[what](entry));
}
