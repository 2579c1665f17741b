import './extension-stand-in';
import '../../components/shared/article.css';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listening } from '../../components/shared/listening-state';
import { silence, speech, startReading, stopReading } from '../../components/shared/reading-aloud';
import { reading } from '../../components/shared/reading-state';
import { firstInSight, markSpoken } from '../../components/shared/spoken-marks';
import { rectOf, spokenText } from '../../components/shared/spoken-text';
import { newEntry } from '../db/support';

let scroller: HTMLElement;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  fields: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), fields);
  made.append(...children);
  return made;
}

const paragraph = (...children: (Node | string)[]) => element('p', {}, ...children);

/** An article as the page shows it. */
function mount(...body: Node[]): void {
  const text = element('div', { lang: 'en' }, ...body);
  text.setAttribute('data-article-body', '');
  const title = element('h1', { id: 'article-title', lang: 'zh-Hans' }, '晚报回来了');
  scroller = element('article', { className: 'article-scroller' }, title, text);
  scroller.style.cssText = 'block-size: 200px; overflow-y: auto';
  document.body.replaceChildren(scroller);
}

function openArticle(id: number): void {
  reading.value = { entry: { ...newEntry('story').entry, id, feedId: 1 }, body: null, status: 'ready' };
}

beforeEach(() => openArticle(1));
afterEach(() => stopReading());

test('the title first, then sentence by sentence over all elements, each in its own language', () => {
  mount(
    paragraph('The ', element('b', {}, 'ship'), ' came in. It was ', element('a', {}, 'late'), '.'),
    element('pre', {}, 'const code = 1;'),
    paragraph(element('span', { lang: 'fr' }, 'Il pleut.')),
    element('p', { lang: 'ja' }, element('ruby', {}, '船', element('rt', {}, 'ふね')), 'が着いた。'),
  );
  expect(spokenText().map(({ text, language }) => `${language}: ${text}`)).toEqual([
    'zh-Hans: 晚报回来了',
    'en: The ship came in.',
    'en: It was late.',
    'fr: Il pleut.',
    'ja: 船が着いた。',
  ]);
});

test('lines, marks of footnotes, and what is folded away', () => {
  const sup = (inner: Node | string) => element('sup', {}, inner);
  const link = (...inner: (Node | string)[]) => element('a', { href: '#note' }, ...inner);
  mount(
    paragraph(
      'One',
      document.createElement('br'),
      'two',
      sup(link('1')),
      '. See',
      link(sup('2')),
      ' x',
      sup('2'),
      '.',
    ),
    element('details', {}, element('summary', {}, 'More'), paragraph('Folded.')),
    element('details', { open: true }, element('summary', {}, 'Less'), paragraph('Open.')),
    element('ul', {}, element('li', {}, 'Item one'), element('li', {}, 'Item two')),
    element('table', {}, element('tr', {}, element('td', {}, 'A'), element('td', {}, 'B'))),
  );
  const [, ...texts] = spokenText().map(({ text }) => text);
  expect(texts).toEqual([
    'One',
    'two.',
    'See x2.',
    'More',
    'Less',
    'Open.',
    'Item one',
    'Item two',
    'A',
    'B',
  ]);
});

test('the sentence is marked and brought into sight, and the article stays as it is', async () => {
  mount(...Array.from({ length: 40 }, (_, n) => paragraph(`Sentence number ${n} of this article.`)));
  const before = scroller.outerHTML;
  const all = spokenText();
  const last = all.at(-1);
  if (!last) throw new Error('nothing to speak');
  markSpoken(last);
  const marked = [...(CSS.highlights.get('spoken') ?? [])];
  expect(marked).toEqual([last.range]);
  expect(scroller.outerHTML).toBe(before);
  const frame = scroller.getBoundingClientRect();
  const isInSight = () => {
    const { top, bottom } = rectOf(last) ?? { top: -1, bottom: -1 };
    return top >= frame.top && bottom <= frame.bottom;
  };
  for (let tries = 0; tries < 200 && !isInSight(); tries++) await new Promise((done) => setTimeout(done, 25));
  expect(isInSight()).toBe(true);
  expect(firstInSight(all)).toBeGreaterThan(20);
  markSpoken(null);
  expect(CSS.highlights.has('spoken')).toBe(false);
});

test('what was taken from the page is nowhere', () => {
  mount(paragraph('Here. Then gone.'));
  const [, , gone] = spokenText();
  scroller.querySelector('p')?.remove();
  expect(gone && rectOf(gone)).toBeNull();
});

test('an article without words, and a system without voices, are told apart', async () => {
  mount();
  scroller.querySelector('h1')?.remove();
  await startReading();
  expect([silence.value?.why, listening.value]).toEqual(['no-text', 'speech']);
  mount(paragraph('Words.'));
  await startReading();
  if (speechSynthesis.getVoices().length === 0) expect(silence.value?.why).toBe('no-voices');
  else expect(speech.value?.status).toBe('speaking');
});

test('another article ends it, and so does a recording', async () => {
  mount(paragraph('Words.'));
  const begun = startReading();
  expect(speech.value?.entryId).toBe(1);
  openArticle(2);
  expect([speech.value, listening.value]).toEqual([null, null]);
  await begun;
  void startReading();
  listening.value = 'recording';
  expect([speech.value, listening.value]).toEqual([null, 'recording']);
  listening.value = null;
});
