import './extension-stand-in';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/article.css';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ImageChain } from '../../components/shared/image-chain';
import { giveSize, noteSize } from '../../components/shared/image-sizes';
import { until } from './stage';

const picture = `${location.origin}/icon/96.png`;
const noPicture = `${location.origin}/tests/components/article-images.dom.test.ts`;
let body: HTMLElement;
let chain: ImageChain | null = null;

beforeEach(() => {
  localStorage.clear();
  const article = document.createElement('div');
  article.className = 'article';
  article.style.inlineSize = '600px';
  body = document.createElement('div');
  body.className = 'article-body';
  article.append(body);
  document.body.append(article);
});
afterEach(() => {
  chain?.stop();
  (body.closest('.article-scroller') ?? body.parentElement)?.remove();
});

/** As the sanitizer gives it: in a document that loads nothing. */
function show(...parts: string[]): void {
  chain?.stop();
  chain = new ImageChain(body, { policy: 'always', proxies: [] });
  const { content } = document.implementation.createHTMLDocument('').createElement('template');
  const made = parts.map((part) => {
    if (!part.startsWith('img ')) {
      const paragraph = document.createElement('p');
      paragraph.textContent = part;
      return paragraph;
    }
    const image = content.ownerDocument.createElement('img');
    for (const pair of part.split(' ').slice(1)) {
      const [name = '', ...value] = pair.split('=');
      image.setAttribute(name, value.join('='));
    }
    return image;
  });
  content.append(...made);
  chain.show(content);
}

const tops = () => [...body.querySelectorAll('p')].map((one) => one.getBoundingClientRect().top);
const image = () => body.querySelector('img');
const came = () => until(() => image()?.complete && (image()?.naturalWidth ?? 0) > 0);
const failed = () => until(() => image() === null && body.querySelector('span')?.shadowRoot);

test('what follows an image that says its size stands still while it comes', async () => {
  show('before', `img src=${picture} width=400 height=400`, 'after');
  const before = tops();
  await came();
  expect(tops()).toEqual(before);
  expect((before[1] ?? 0) - (before[0] ?? 0)).toBeGreaterThan(300);
});

test('and where it does not come: its words and its button have its room', async () => {
  for (const size of ['width=400 height=300', 'width=1200 height=600']) {
    show('before', `img src=${noPicture} ${size}`, 'after');
    const before = tops();
    await failed();
    expect(tops()).toEqual(before);
    const frame = body.querySelector('span')?.shadowRoot?.firstElementChild?.getBoundingClientRect();
    expect(frame?.height).toBeCloseTo((before[1] ?? 0) - (before[0] ?? 0) - frameless(), 0);
  }
});

/** From one paragraph to the next without anything between. */
function frameless(): number {
  const [first] = body.querySelectorAll('p');
  return (
    (first?.getBoundingClientRect().height ?? 0) +
    Number.parseFloat(getComputedStyle(first ?? body).marginBlockEnd)
  );
}

test('an image of unknown size has its room when its article is opened again', async () => {
  const once = `${picture}?unknown`;
  show('before', `img src=${once}`, 'after');
  await came();
  show('before', `img src=${once}`, 'after');
  const [first = 0, second = 0] = tops();
  expect(second - first - frameless()).toBeCloseTo(96, 0);
  await came();
  expect(tops()).toEqual([first, second]);
});

const paragraphs = Array.from({ length: 40 }, (_, at) => `paragraph ${at}`);

/** As in the reader: the article scrolls in a window of its own, in which less of it is seen than there is. */
function scroller(): HTMLElement {
  const made = document.createElement('div');
  made.className = 'article-scroller';
  made.style.cssText = 'block-size: 500px; overflow-y: auto';
  body.parentElement?.replaceWith(made);
  const article = document.createElement('div');
  article.className = 'article';
  article.append(body);
  made.append(article);
  return made;
}
const frames = async (count: number) => {
  for (let at = 0; at < count; at++) await new Promise((done) => requestAnimationFrame(done));
};

test('what follows an image of unknown size stands still while it comes or fails in sight', async () => {
  for (const [src, ended] of [
    [`${picture}?new`, came],
    [noPicture, failed],
  ] as const) {
    localStorage.clear();
    show('before', `img src=${src}`, 'after');
    const before = tops();
    expect((before[1] ?? 0) - (before[0] ?? 0)).toBeGreaterThan(300);
    await ended();
    await frames(3);
    expect(tops()).toEqual(before);
  }
});

test.each([
  ['comes', `${picture}?passed`],
  ['fails', noPicture],
])('once it is out of sight its room is put right, and what is read stays (%s)', async (_, src) => {
  const around = scroller();
  show('before', `img src=${src}`, ...paragraphs);
  await (src === noPicture ? failed() : came());
  const high = around.scrollHeight;
  around.scrollTop = 900;
  const read = tops();
  await until(() => around.scrollHeight < high - 100);
  await frames(3);
  // a scroller stands at whole pixels in some browsers
  const moved = tops().map((top, at) => Math.abs(top - (read[at] ?? 0)));
  expect(Math.max(...moved.slice(1))).toBeLessThanOrEqual(1);
  expect(around.scrollTop).toBeLessThan(900 - 100);
});

test('the next image of a site has the room that the last one took; none where it did not come, or was small', async () => {
  const gap = () => {
    const [first = 0, second = 0] = tops();
    return Math.round(second - first - frameless());
  };
  show('before', `img src=${picture}?small`, 'after');
  expect(gap()).toBe(Math.round(body.clientWidth / 1.5));
  await came();
  show('before', `img src=${picture}?other`, 'after');
  expect(gap()).toBeLessThan(40);
  localStorage.clear();
  show('before', `img src=${noPicture}`, 'after');
  await failed();
  show('before', `img src=${picture}?more`, 'after');
  expect(gap()).toBeLessThan(40);
  localStorage.setItem(
    'picture-shapes',
    JSON.stringify([[location.host, 400, 100], 'damaged', ['a.example', 1]]),
  );
  show('before', `img src=${picture}?wide`, 'after');
  expect(gap()).toBe(100);
});

test('signs in a line of text, rows of them, and what nothing follows get no room', () => {
  const { content } = document.implementation.createHTMLDocument('').createElement('template');
  const signs = ['word', 'img', 'img', 'word'].map((one) => {
    const made = content.ownerDocument.createElement(one === 'img' ? 'img' : 'span');
    if (one === 'img') made.setAttribute('src', `${picture}?${one}`);
    else made.textContent = one;
    return made;
  });
  const line = content.ownerDocument.createElement('p');
  line.append(...signs);
  const last = content.ownerDocument.createElement('img');
  last.src = `${picture}?last`;
  content.append(line, last);
  chain = new ImageChain(body, { policy: 'always', proxies: [] });
  chain.show(content);
  expect([...body.querySelectorAll('img')].map((one) => one.hasAttribute('width'))).toEqual(
    Array(3).fill(false),
  );
});

test('a dot that counts readers is given no size by which it would be kept for a picture', async () => {
  const sized = async (side: number) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const came = Object.assign(new Image(), { src: canvas.toDataURL() });
    await came.decode();
    const given = `https://pictures.example/${side}`;
    noteSize(given, came);
    const again = new Image();
    giveSize(again, given);
    return again.getAttribute('width');
  };
  expect([await sized(1), await sized(2), await sized(3)]).toEqual([null, null, '3']);
});
