import { imageAddress, webSrcset } from '../addresses';
import type { ArticlePlace } from '../web-address';
import { type ImageSource, isPlaceholder, lazySource } from './lazy';

const nothing: ImageSource = { src: '', srcset: '' };

/** The picture for readers without scripts, beside the empty one: `<img src=blank.gif><noscript><img src=real></noscript>`. */
function beside(image: Element): Element | null {
  const alone = image.parentElement?.children.length === 1 ? image.parentElement : null;
  const next = image.nextElementSibling ?? alone?.nextElementSibling;
  return next?.localName === 'noscript' ? next.querySelector('img') : null;
}

function sourceOf(element: Element): ImageSource {
  return lazySource((name) => element.getAttribute(name));
}

/** What may be asked for; '' in place of what the sanitizer would refuse. */
function allowed({ src, srcset }: ImageSource, place: ArticlePlace): ImageSource {
  const address = src === '' ? null : imageAddress(src, place);
  return { src: address === null ? '' : src, srcset: webSrcset(srcset, place) === '' ? '' : srcset };
}

function shows({ src, srcset }: ImageSource): boolean {
  return src !== '' || srcset !== '';
}

function found(element: Element, place: ArticlePlace): ImageSource {
  const own = allowed(sourceOf(element), place);
  if (shows(own) || element.localName !== 'img') return own;
  const other = beside(element);
  return other ? allowed(sourceOf(other), place) : nothing;
}

function write(element: Element, name: 'src' | 'srcset', value: string): void {
  if (value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * Gives an image, or a source of a `picture`, the addresses that its publisher's script would have given it. For use
 * before the attributes are filtered: the addresses are written as the feed wrote them, to be resolved and checked like any
 * other. An element for which nothing better is found stays as it is.
 */
export function unlazy(element: Element, place: ArticlePlace): void {
  const isSource = element.localName === 'source' && element.parentElement?.localName === 'picture';
  if (element.localName !== 'img' && !isSource) return;
  const { src, srcset } = found(element, place);
  if (!shows({ src, srcset })) return;
  if (!isSource && (src !== '' || isPlaceholder(element.getAttribute('src') ?? '')))
    write(element, 'src', src);
  write(element, 'srcset', srcset);
}

/** A figure whose only picture is the one for readers without scripts: that one, to be put in its place; else null. */
export function figureOnlyWithout(scripts: Element): Node | null {
  const figure = scripts.closest('figure');
  const [first, ...more] = figure?.querySelectorAll('img') ?? [];
  return first && more.length === 0 && scripts.contains(first) ? first.cloneNode() : null;
}
