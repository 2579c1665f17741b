import { type Body, isRecording } from '../../utils/model/entry';
import { loadListening } from './load-listening';
import type { Owner } from './recordings-of';

const sounds = /<audio\b/i;

/**
 * Gives the sounds in an article's text the player that recordings have, and makes the times in the notes of a recording
 * lead there. What players are made of is fetched for such articles alone. Gives the function that ends it.
 */
export function followSounds(container: HTMLElement, body: Body, owner: Owner): () => void {
  if (!sounds.test(body.html) && !body.enclosures.some(isRecording)) return () => {};
  let isShown = true;
  let end = () => {};
  // without it there are the browser's own controls
  void loadListening().then(
    ({ dressSounds }) => {
      if (isShown) end = dressSounds(container, body, owner);
    },
    () => undefined,
  );
  return () => {
    isShown = false;
    end();
  };
}
