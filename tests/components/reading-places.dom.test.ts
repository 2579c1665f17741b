import './extension-stand-in';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepPlace, placeIn } from '../../components/shared/reading-places';
import { followPosition } from '../../components/shared/reading-position';
import type { Entry } from '../../utils/model/entry';
import { kept, writeElsewhere } from './extension-stand-in';
import { until } from './stage';

const entryOf = (altKey: string) => ({ altKey }) as Entry;
const stops: (() => void)[] = [];

/** A window of 300 px on forty paragraphs. */
function articleOf(altKey: string): HTMLElement {
  const scroller = document.createElement('article');
  scroller.style.cssText = 'height: 300px; overflow: auto; font: 16px/20px monospace';
  const text = Array.from({ length: 40 }, (_, at) => `<p>Paragraph ${at}, which says little.</p>`);
  scroller.innerHTML = `<h1>A headline</h1><div data-article-body>${text.join('')}</div>`;
  document.body.append(scroller);
  stops.push(followPosition(scroller, entryOf(altKey)), () => scroller.remove());
  return scroller;
}

/** As a reader does it: the browser says so with its next frame. */
async function scrollTo(scroller: HTMLElement, top: number): Promise<void> {
  const scrolled = new Promise((done) => scroller.addEventListener('scroll', done, { once: true }));
  scroller.scrollTop = top;
  await scrolled;
  await new Promise(requestAnimationFrame);
}

beforeEach(async () => {
  await new Promise((done) => setTimeout(done));
  await writeElsewhere('places', null);
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

test('an article comes back to the line where it was left, also in another window', async () => {
  const first = articleOf('one');
  await scrollTo(first, 700);
  await until(() => placeIn(entryOf('one')) > 0);
  const again = articleOf('one');
  again.style.height = '500px';
  await until(() => again.scrollTop > 0);
  expect(Math.abs(again.scrollTop - 700)).toBeLessThanOrEqual(40);
});

/** The words of the paragraph at the top of the window. */
function topWords(scroller: HTMLElement): string | null | undefined {
  const { top } = scroller.getBoundingClientRect();
  const all = [...scroller.querySelectorAll('p')];
  return all.find((one) => one.getBoundingClientRect().bottom > top)?.textContent;
}

test('what is read stays at the top where lines break anew, and is the place that is kept', async () => {
  const scroller = articleOf('one');
  await scrollTo(scroller, 700);
  await until(() => placeIn(entryOf('one')) > 0);
  const [words, place] = [topWords(scroller), placeIn(entryOf('one'))];
  expect(words).toContain('Paragraph 1');
  const { style } = scroller;
  const changes = [
    () => (style.width = '150px'),
    () => (style.fontSize = '24px'),
    () => (style.lineHeight = '50px'),
    () => (style.width = '900px'),
    () => (style.fontSize = '12px'),
    () => (style.width = '120px'),
  ];
  for (const change of changes) {
    change();
    // in the frame that is painted next, and still there when what scrolled has come to rest
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    expect(topWords(scroller), String(change)).toBe(words);
  }
  await new Promise((done) => setTimeout(done, 400));
  expect([topWords(scroller), placeIn(entryOf('one'))]).toEqual([words, place]);
  // a place of one's own choice counts again
  await scrollTo(scroller, scroller.scrollTop + 900);
  await until(() => placeIn(entryOf('one')) > place);
});

test('a page that is left before it has come to rest keeps the place', async () => {
  const scroller = articleOf('one');
  await scrollTo(scroller, 700);
  dispatchEvent(new PageTransitionEvent('pagehide'));
  expect(placeIn(entryOf('one'))).toBeGreaterThan(0);
  await until(() => Array.isArray(kept.get('places')));
});

test('an article that is left at its end opens at its start', async () => {
  keepPlace(entryOf('one'), 500);
  const scroller = articleOf('one');
  await until(() => scroller.scrollTop > 0);
  await scrollTo(scroller, scroller.scrollHeight);
  dispatchEvent(new PageTransitionEvent('pagehide'));
  expect(placeIn(entryOf('one'))).toBe(0);
});

test('what another page keeps holds here, and what is damaged is left out', async () => {
  await writeElsewhere('places', [['one', 500], ['two'], [3, 4], ['four', 0.5], null]);
  expect([placeIn(entryOf('one')), placeIn(entryOf('two')), placeIn(entryOf('four'))]).toEqual([500, 0, 0]);
});

test('the last three hundred are kept, and what is left anew counts as the last', async () => {
  keepPlace(entryOf('first'), 10);
  for (let at = 0; at < 299; at++) keepPlace(entryOf(`a${at}`), 10);
  keepPlace(entryOf('first'), 20);
  keepPlace(entryOf('last'), 10);
  expect(['first', 'a0', 'a1', 'last'].map((key) => placeIn(entryOf(key)))).toEqual([20, 0, 10, 10]);
});
