import { readUrl, readWebUrl, strictAddress } from '../text/address-url';
import { noOwnImages, type OwnImages, showOwnImages } from './own-images';
import { type ArticlePlace, sanitize } from './sanitize';

/** What EPUB allows in a content document as freely as HTML does; all else leaves its words. */
const flow = new Set(
  `p h1 h2 h3 h4 h5 h6 blockquote ul ol li pre hr table caption thead tbody tfoot tr th td div figure figcaption`.split(
    ' ',
  ),
);
const phrasing = new Set(
  `em strong b i u s sub sup small code q cite abbr mark del ins kbd samp var a br ruby rt rp`.split(' '),
);
/** Elements that may hold words only: with a block in it, one of them becomes a div. */
const ofWords = new Set('p h1 h2 h3 h4 h5 h6 pre'.split(' '));
const blocks = [...flow].join(',');
const listItems = new Set(['ul', 'ol']);

/** A picture of the book itself: the sanitizer leaves no relative address in an article. */
const isOwn = (element: Element) =>
  element.localName === 'img' && (element.getAttribute('src') ?? '').startsWith('images/');

/**
 * An article's HTML as well-formed XHTML for a book, with the pictures that `own` gives a relative address; of others,
 * which a book may not have, their words.
 */
export function bookContent(html: string, place: ArticlePlace, own: OwnImages = noOwnImages): string {
  const content = sanitize(html, place);
  showOwnImages(content, own);
  for (const media of content.querySelectorAll('img, audio, video, picture'))
    if (!isOwn(media)) media.replaceWith(inWords(media));
  for (const element of [...content.querySelectorAll('*')].reverse()) settle(element);
  const serializer = new XMLSerializer();
  const parts = Array.from(content.childNodes, (node) => serializer.serializeToString(node));
  return parts.join('').replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', '');
}

/** A link with what would have been shown, so that nothing is lost without a trace. */
function inWords(media: Element): Node {
  const image = media.localName === 'picture' ? media.querySelector('img') : media;
  const source = image?.getAttribute('src') ?? image?.querySelector('source')?.getAttribute('src') ?? '';
  const words = image?.getAttribute('alt')?.trim() || '';
  const address = readWebUrl(source);
  if (!address) return document.createTextNode(words);
  const link = document.createElement('a');
  link.setAttribute('href', source);
  link.textContent = words || `[${address.hostname}]`;
  return media.closest('a') ? document.createTextNode(link.textContent) : link;
}

/** Makes one element valid where it stands; those inside it are valid already. */
function settle(element: Element): void {
  const name = element.localName;
  if (isOwn(element)) {
    keepPicture(element);
    return;
  }
  keepAttributes(element);
  const holdsBlock = element.querySelector(blocks) !== null;
  if (!flow.has(name) && !phrasing.has(name)) unwrap(element);
  else if (phrasing.has(name) && (holdsBlock || !isWhole(element)))
    unwrap(element, name === 'ruby' ? 'rt, rp' : '');
  else if (ofWords.has(name) && holdsBlock) rename(element, 'div');
  else if (listItems.has(name)) fillList(element);
  else if (name === 'li' && !listItems.has(element.parentElement?.localName ?? '')) rename(element, 'div');
  else if (name === 'figcaption' && !isCaption(element)) rename(element, 'div');
  else if (name === 'caption' && element.querySelector('table')) putBefore(element);
  else if (name === 'table' && element.querySelector('td, th') === null)
    unwrap(element, 'thead, tbody, tfoot, tr, caption');
}

/** A table's caption holds no table: it becomes what stands before. */
function putBefore(caption: Element): void {
  const table = caption.closest('table');
  const words = document.createElement('div');
  words.append(...caption.childNodes);
  caption.remove();
  table?.before(words);
}

/** Leaves what is in an element, also of those inside it that are nothing without it. */
function unwrap(element: Element, dependent = ''): void {
  if (dependent !== '')
    for (const inner of element.querySelectorAll(dependent)) inner.replaceWith(...inner.childNodes);
  element.replaceWith(...element.childNodes);
}

/** A figure has one caption, before or after all else (HTML, 4.4.12). */
function isCaption(element: Element): boolean {
  const figure = element.parentElement;
  if (figure?.localName !== 'figure') return false;
  const first = figure.querySelector(':scope > figcaption');
  return element === first && (figure.firstElementChild === first || figure.lastElementChild === first);
}

/** A link leads somewhere outside the article, whose places have no names in a book; a ruby has its reading. */
function isWhole(element: Element): boolean {
  if (element.localName === 'a') return element.hasAttribute('href');
  if (element.localName === 'ruby') return element.querySelector('rt') !== null;
  if (element.localName === 'rt' || element.localName === 'rp') return element.closest('ruby') !== null;
  return true;
}

function keepPicture(image: Element): void {
  for (const { name } of [...image.attributes])
    if (name !== 'src' && name !== 'alt') image.removeAttribute(name);
  if (!image.hasAttribute('alt')) image.setAttribute('alt', '');
}

function keepAttributes(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const isLink = name === 'href' && element.localName === 'a' && readUrl(value) !== null;
    const isSpan =
      /^(col|row)span$/.test(name) && /^[1-9]\d{0,2}$/.test(value) && /^t[dh]$/.test(element.localName);
    const isDirection = name === 'dir' && /^(ltr|rtl|auto)$/.test(value);
    if (isLink) element.setAttribute(name, strictAddress(value));
    else if (!isSpan && !isDirection) element.removeAttribute(name);
  }
}

function rename(element: Element, name: string): void {
  const renamed = document.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** Lists hold items and nothing else. */
function fillList(list: Element): void {
  for (const child of [...list.childNodes]) {
    if (child instanceof Element && child.localName === 'li') continue;
    if (child.textContent?.trim() === '') {
      child.remove();
      continue;
    }
    const item = document.createElement('li');
    child.replaceWith(item);
    item.append(child);
  }
  if (list.children.length === 0) list.remove();
}
