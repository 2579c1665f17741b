import { htmlToText } from '../text/html-text';

/** Characters of an article's text that can be found: a book in one article must not stop the rest. */
const maxText = 200_000;

/** All of an article that a search looks at. `html` is '' where there is no body: then the snippet is what is left. */
export function searchedText(
  entry: { title: string; author: string; snippet: string },
  html: string,
): string {
  return `${entry.title}\n${entry.author}\n${html === '' ? entry.snippet : htmlToText(html, maxText)}`;
}
