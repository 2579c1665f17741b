import { htmlToText } from '../text/html-text';
import { Markup } from '../text/markup';

/** No article that a person wrote is longer. */
const maxText = 500_000;
const maxSource = 2_000_000;
const maxBlocks = 20_000;
const unread = /^(?:iframe|noembed|noframes|noscript|object|script|style|svg|template|textarea)$/i;
const block = /^(?:p|div|li|h[1-6]|tr|blockquote|br)$/i;

/** The source between block tags. With the tokenizer and not a pattern: that took 9 s for 20,000 tags without an end. */
function* blocksOf(html: string): Generator<string> {
  const markup = new Markup(html.slice(0, maxSource));
  let start = 0;
  for (let count = 0; markup.next() && count < maxBlocks; ) {
    if (markup.kind !== 'open' && markup.kind !== 'close') continue;
    if (markup.kind === 'open' && unread.test(markup.name)) markup.skipRaw(markup.name);
    if (!block.test(markup.name)) continue;
    yield html.slice(start, markup.start);
    start = markup.end;
    count++;
  }
  yield html.slice(start, maxSource);
}

/** The words of an article without its markup, a paragraph for each block. */
export function plainArticle(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let length = 0;
  for (const source of blocksOf(html)) {
    const text = htmlToText(source, maxText);
    length += text.length;
    if (text === '' || length > maxText) continue;
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    fragment.append(paragraph);
  }
  return fragment;
}
