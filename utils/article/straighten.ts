/** https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody : what ends an open paragraph. */
const endsParagraph = `address, article, aside, blockquote, center, dd, details, div, dl, dt, figcaption, figure, footer, h1, h2,
  h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, summary, ul`;
const headings = ':is(h1, h2, h3, h4, h5, h6)';
/** An item belongs to the nearest list; an item that finds another item first would end it. */
const items: Record<string, string> = { li: 'li, ul, ol', dd: 'dd, dt, dl', dt: 'dd, dt, dl' };
const tooManyRounds = 8;

function unwrap(elements: Iterable<Element>): boolean {
  let any = false;
  for (const element of elements) {
    element.replaceWith(...element.childNodes);
    any = true;
  }
  return any;
}

function isStrayItem(item: Element): boolean {
  const nearest = item.parentElement?.closest(items[item.localName] ?? 'li');
  return nearest ? nearest.localName in items : false;
}

/** Without `:has()`, which costs twice as much in Chromium. */
function holdsBlock(paragraph: Element): boolean {
  return paragraph.firstElementChild !== null && paragraph.querySelector(endsParagraph) !== null;
}

/** One round over all shapes that the parser never builds from markup; whether any was there. */
function straightenOnce(fragment: DocumentFragment): boolean {
  const all = (selector: string) => fragment.querySelectorAll(selector);
  return [
    unwrap(all('a a')),
    unwrap([...all('p')].filter(holdsBlock)),
    unwrap(all(`${headings} > ${headings}`)),
    unwrap([...all('li, dd, dt')].filter(isStrayItem)),
    unwrap(all(':not(ruby) > :is(rt, rp)')),
  ].includes(true);
}

/** The parser drops one newline after `<pre>`, and turns a carriage return into a newline. */
function straightenText(fragment: DocumentFragment): void {
  for (const pre of fragment.querySelectorAll('pre')) {
    const first = pre.firstChild;
    if (first instanceof Text) first.data = first.data.replace(/^[\r\n]+/, '');
  }
  const texts = document.createNodeIterator(fragment, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (text instanceof Text && text.data.includes('\r')) text.data = text.data.replace(/\r\n?/g, '\n');
}

/**
 * Takes out of a sanitized fragment what its own markup would not give again: links in links, blocks in paragraphs,
 * items outside their lists. Markup has no way to say them; they come from broken markup, and from elements that were
 * taken out between. So the article is the same however often it is written down and read again (REQ-19), and no second
 * parser can find in it what the first did not.
 */
export function straighten(fragment: DocumentFragment): void {
  for (let round = 0; round < tooManyRounds && straightenOnce(fragment); round++);
  straightenText(fragment);
}
