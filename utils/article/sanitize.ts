import DOMPurify, { type Config } from 'dompurify';
import { stripTracking } from '../text/tracking';
import { imageAddress, linkAddress, webSrcset } from './addresses';
import {
  addressAttributes,
  addressPattern,
  allowedTags,
  droppedWithText,
  plainAttributes,
} from './allow-list';
import { embedIn } from './embeds/embed';
import type { Embed } from './embeds/players';
import { figureOnlyWithout, unlazy } from './images/unlazy';
import { exceedsLimits } from './limits';
import { plainArticle } from './plain-article';
import { straighten } from './straighten';
import { isHidden } from './trackers';
import { type ArticlePlace, webAddress } from './web-address';

export type { ArticlePlace } from './web-address';

const config: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: allowedTags,
  ALLOWED_ATTR: [...plainAttributes, ...addressAttributes],
  ADD_URI_SAFE_ATTR: [...plainAttributes, 'srcset'],
  ALLOWED_URI_REGEXP: addressPattern,
  ADD_FORBID_CONTENTS: droppedWithText,
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  SANITIZE_NAMED_PROPS: true,
  RETURN_DOM_FRAGMENT: true,
};

/** Of the article being sanitized: sanitizing is synchronous, so there is only one. */
let place: ArticlePlace = { base: '' };
/** Nodes must not be removed inside a hook (T5): they are kept here and removed from the result. */
let hidden: Element[] = [];
/** The links that stand where frames of known services stood. */
let embeds = new Map<Element, Embed>();

/** A link's address without what only follows the reader around (REQ-36). */
function quietLink(value: string): string | null {
  const address = linkAddress(value, place);
  return address?.startsWith('http') ? stripTracking(address) : address;
}

function checkedAddress(element: Element, name: string, value: string): string | null {
  if (name === 'srcset') return webSrcset(value, place) || null;
  if (name === 'href') return element.localName === 'a' ? quietLink(value) : null;
  if (name === 'src' && element.localName === 'img') return imageAddress(value, place);
  return webAddress(value, place);
}

/** A frame itself is never let in: in its place, to be filtered like everything else, goes a link to what it would show. */
function linkInstead(frame: Element): void {
  const found = frame.closest('a') ? null : embedIn(frame, place.base);
  if (!found) return;
  const link = frame.ownerDocument.createElement('a');
  link.setAttribute('href', found.embed.page);
  link.textContent = found.words || found.embed.service;
  frame.after(link);
  embeds.set(link, found.embed);
}

DOMPurify.addHook('uponSanitizeElement', (node) => {
  if (!(node instanceof Element)) return;
  if (isHidden(node)) hidden.push(node);
  else unlazy(node, place);
  if (node.localName === 'iframe' && !hidden.includes(node)) linkInstead(node);
  // What stands behind a node is still to be visited, and so is filtered like everything else.
  if (node.localName === 'noscript') node.after(...[figureOnlyWithout(node) ?? []].flat());
});

// `forceKeepAttr` would skip the write-back of the value and all further checks (T1): only the value is set here.
DOMPurify.addHook('uponSanitizeAttribute', (element, data) => {
  // The parser reads a carriage return as a newline, unless it was written `&#13;` (REQ-19).
  if (data.attrValue.includes('\r')) data.attrValue = data.attrValue.replace(/\r\n?/g, '\n');
  if (!addressAttributes.includes(data.attrName)) return;
  const checked = checkedAddress(element, data.attrName, data.attrValue);
  if (checked === null) data.keepAttr = false;
  else data.attrValue = checked;
});

const imposed: Record<string, Record<string, string> | undefined> = {
  a: { target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' },
  img: { loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' },
  audio: { controls: '', preload: 'none' },
  video: { controls: '', preload: 'none' },
};

DOMPurify.addHook('afterSanitizeAttributes', (element) => {
  const { localName } = element;
  const attributes = imposed[localName];
  if (!attributes) return;
  if (localName === 'a' && !/^http/.test(element.getAttribute('href') ?? '')) return;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
});

/** Null where DOMPurify gives up (T3). */
function purified(html: string, articlePlace: ArticlePlace): DocumentFragment | null {
  place = articlePlace;
  hidden = [];
  embeds = new Map();
  try {
    const fragment: DocumentFragment | null = DOMPurify.sanitize(html, config);
    for (const element of hidden) element.remove();
    if (fragment) straighten(fragment);
    return fragment;
  } finally {
    hidden = [];
  }
}

export interface Sanitized {
  content: DocumentFragment;
  /** Only the words are there: the article was over a limit, or the sanitizer failed at it. */
  simplified: boolean;
  /** Links in the content that stand for players, which may be offered in their place. */
  embeds: ReadonlyMap<Element, Embed>;
}

const none: ReadonlyMap<Element, Embed> = new Map();

/** As `sanitize`, and tells whether the article had to be reduced to its words. Never throws. */
export function sanitizeArticle(html: string, articlePlace: ArticlePlace): Sanitized {
  // Where it cannot work DOMPurify hands back what it was given.
  if (exceedsLimits(html) || !DOMPurify.isSupported) return simplified(html);
  try {
    const content = purified(html, articlePlace) ?? document.createDocumentFragment();
    return { content, simplified: false, embeds };
  } catch {
    return simplified(html);
  }
}

function simplified(html: string): Sanitized {
  return { content: plainArticle(html), simplified: true, embeds: none };
}

/**
 * The only way for a feed's HTML to become part of a page: a fragment without anything that runs, navigates, sends, or
 * looks like the page's own controls. Addresses are resolved against `place.base`. What is over the limits of
 * `exceedsLimits` comes as text alone. Never throws; what DOMPurify gives up on is an empty article (T3).
 */
export function sanitize(html: string, articlePlace: ArticlePlace): DocumentFragment {
  return sanitizeArticle(html, articlePlace).content;
}
