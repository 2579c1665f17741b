import { foldScript } from '../text/script-fold';

/** A text as it is compared: case, width of letters, and simplified or traditional writing are no difference. */
export function fold(text: string): string {
  return foldScript(text.normalize('NFKC').toLowerCase());
}
