import { render } from 'preact';
import { getFront } from '../../utils/browser/front';
import { t } from '../../utils/browser/text';
import type { Front } from '../../utils/model/front';
import { holdInput } from '../shared/held-input';
import { uiLanguage } from '../shared/locale';
import { paintLastTheme } from '../shared/paint-theme';
import { FrontPage } from './front-page';

/** A page in the background has no frames. */
const longestMs = 100;

function frameBegins(): Promise<unknown> {
  return new Promise((done) => {
    requestAnimationFrame(done);
    setTimeout(done, longestMs);
  });
}

/** Puts plain elements into the page, of which Preact knows nothing: whatever is drawn there next takes them over. */
export function drawFront(front: Front): void {
  const drawn = document.createElement('div');
  render(<FrontPage {...front} />, drawn);
  document.body.replaceChildren(...drawn.childNodes);
}

/**
 * Shows what is kept of the list that the popup opens with, and gives it when the frame that shows it has begun; null
 * where there is none. Keys and clicks are held until the popup gives them back.
 */
export async function showFront(): Promise<Front | null> {
  const asked = getFront().catch(() => null);
  paintLastTheme();
  document.documentElement.lang = uiLanguage();
  document.title = t('extensionName');
  holdInput();
  // an address with a place in it opens there
  const front = location.hash === '' ? await asked : null;
  if (!front) return null;
  drawFront(front);
  await frameBegins();
  return front;
}
