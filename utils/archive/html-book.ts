import type { ArchiveArticle } from './article';
import { pageHead } from './html-page';
import { originOf } from './origin';
import { escapeMarkup } from './xml-text';

/** Articles one below the other, as a page in pieces: the table of contents is written last and shown first. */
export interface HtmlBook {
  /** What stands before the first article. */
  head: string;
  /** `content`: its HTML, sanitized and well-formed. `language`: BCP 47, '' where unknown. */
  add(article: ArchiveArticle, content: string, language: string): string;
  finish(): string;
}

const style = `main{display:flex;flex-direction:column}nav{order:-1}section{margin-top:4rem;padding-top:1rem;border-top:1px solid}
nav li{margin:.3em 0}`;

/** One page of many articles, that can be read with nothing but itself. */
export function writeHtmlBook(title: string): HtmlBook {
  const contents: string[] = [];
  return {
    head: `${pageHead(title, '', style)}<body>\n<main>\n`,
    add(article, content, language) {
      const id = `article-${contents.length + 1}`;
      const name = escapeMarkup(article.title || article.feedName || id);
      contents.push(`<li><a href="#${id}">${name}</a></li>\n`);
      const lang = language && ` lang="${escapeMarkup(language)}"`;
      return `<section id="${id}"${lang}>\n<header>\n<h2>${name}</h2>\n${originOf(article)}</header>\n<article>${content}</article>\n</section>\n`;
    },
    finish: () =>
      `<nav>\n<h1>${escapeMarkup(title)}</h1>\n<ol>\n${contents.join('')}</ol>\n</nav>\n</main>\n</body>\n</html>\n`,
  };
}
