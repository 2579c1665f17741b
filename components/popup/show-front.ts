import { getFront } from '../../utils/browser/front';
import { t } from '../../utils/browser/text';
import type { Front } from '../../utils/model/front';
import { holdInput } from '../shared/held-input';
import { uiLanguage } from '../shared/locale';
import { paintLastTheme } from '../shared/paint-theme';
import { frontPage, samplePage } from './front-page';

/** The script runs when it is there, be it before the end of the page. */
function parsed(): Promise<unknown> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
}

/** A page in the background has no frames. */
const longestMs = 100;

/**
 * After the frame in which what is drawn now is painted, and after what waits for that frame: asking for a dozen files is 5 to
 * 10 ms of work, which a timer would begin first. Idle moments are none to wait for: whoever presses keys leaves none.
 */
function seen(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise<void>((done) => {
    let turns = 0;
    port1.onmessage = () => (++turns < 2 ? port2.postMessage(0) : done());
    requestAnimationFrame(() => port2.postMessage(0));
    setTimeout(done, longestMs);
  }).finally(() => port1.close());
}

/** A sample drawn sooner was not the first that its process drew. */
const firstTimeMs = 3;

/**
 * Formats of dates, fonts and functions that are used for the first time are half of what drawing takes; storage needs as long
 * to answer. Fonts are looked for later where they are known, and where styles are on their way still.
 */
function rehearse(): void {
  const began = performance.now();
  const page = samplePage();
  const isKnown = performance.now() - began < firstTimeMs;
  if (isKnown || !document.body || !document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')?.sheet)
    return;
  document.body.replaceChildren(page);
  page.getBoundingClientRect();
  page.remove();
}

/** Puts plain elements into the page, of which Preact knows nothing: whatever is drawn there next takes them over. */
export function drawFront(front: Front): void {
  document.body.replaceChildren(frontPage(front));
}

/**
 * Shows what is kept of the list that the popup opens with, and gives it when the frame that shows it is painted; null
 * where there is none. Keys and clicks are held until the popup gives them back.
 */
export async function showFront(): Promise<Front | null> {
  const asked = getFront().catch(() => null);
  paintLastTheme();
  document.documentElement.lang = uiLanguage();
  document.title = t('extensionName');
  holdInput();
  if (location.hash === '') rehearse();
  // an address with a place in it opens there
  const front = location.hash === '' ? await asked : null;
  await parsed();
  if (!front) return null;
  drawFront(front);
  await seen();
  return front;
}
