import { noOwnImages, type OwnImages, showOwnImages } from './own-images';
import { type ArticlePlace, sanitize } from './sanitize';

/** Attributes that only help a page that is being read in the extension. */
const ownAttributes = ['loading', 'decoding', 'referrerpolicy', 'target', 'controls', 'preload'];

/** An article's HTML, sanitized, as well-formed markup that HTML and XHTML both read. */
export function articleXhtml(html: string, place: ArticlePlace, own: OwnImages = noOwnImages): string {
  const content = sanitize(html, place);
  showOwnImages(content, own);
  for (const element of content.querySelectorAll('*'))
    for (const name of ownAttributes) if (!isPlayer(element, name)) element.removeAttribute(name);
  const serializer = new XMLSerializer();
  const parts = Array.from(content.childNodes, (node) => serializer.serializeToString(node));
  return parts.join('').replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', '');
}

function isPlayer(element: Element, name: string): boolean {
  return (name === 'controls' || name === 'preload') && /^(audio|video)$/.test(element.localName);
}
