import { htmlToText } from '../text/html-text';

/** No article that a person wrote is longer. */
const maxText = 500_000;

/** The words of an article without its markup, a paragraph for each block. */
export function plainArticle(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const blocks = html.slice(0, 2_000_000).split(/<\/?(?:p|div|li|h[1-6]|tr|blockquote|br)\b[^>]*>/i, 20_000);
  let length = 0;
  for (const block of blocks) {
    const text = htmlToText(block);
    length += text.length;
    if (text === '' || length > maxText) continue;
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    fragment.append(paragraph);
  }
  return fragment;
}
