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
  body.parentElement?.remove();
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
  const unknown = tops();
  await came();
  const known = tops();
  expect(known[1]).toBeGreaterThan(unknown[1] ?? 0);
  show('before', `img src=${once}`, 'after');
  expect(tops()).toEqual(known);
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
