import { setCaptions } from './captions';
import type { Embed } from './embeds/players';
import { setParagraphs } from './paragraphs';
import { dropRepeatedTitle } from './repeated-title';
import { type ArticlePlace, sanitizeArticle } from './sanitize';

export interface RenderedBody {
  content: DocumentFragment;
  /** The article was over a limit of the parser, or the sanitizer failed at it: its words are there, its markup is not. */
  simplified: boolean;
  /** Links in the content in whose place a player may be offered. */
  embeds: [Element, Embed][];
}

/** Tables scroll by themselves, so that a wide one does not widen the page; by keyboard too. */
function wrapTables(content: DocumentFragment): void {
  for (const table of content.querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue;
    const frame = document.createElement('div');
    frame.className = 'table-frame';
    frame.tabIndex = 0;
    table.replaceWith(frame);
    frame.append(table);
  }
}

/** What was left without its address is no picture, and a link without words is none. */
function dropEmpty(content: DocumentFragment): void {
  for (const image of content.querySelectorAll('img:not([src], [srcset])'))
    if (!image.closest('picture')) image.remove();
}

/** A stressed word in a sentence. Longer passages in such elements are notes and quotations. */
const word = /^\p{sc=Han}{1,16}$/u;

/** Lets Chinese have its dots below stressed words. */
function markStress(content: DocumentFragment): void {
  for (const stressed of content.querySelectorAll('em')) {
    const { textContent, parentElement } = stressed;
    if (word.test(textContent ?? '') && parentElement?.textContent !== textContent)
      stressed.classList.add('stress');
  }
}

/** An entry's HTML as nodes to show below its title. */
export function renderBody(html: string, place: ArticlePlace, title = ''): RenderedBody {
  const { content, simplified, embeds } = sanitizeArticle(html, place);
  dropEmpty(content);
  dropRepeatedTitle(content, title);
  setParagraphs(content);
  setCaptions(content);
  markStress(content);
  wrapTables(content);
  return { content, simplified, embeds: [...embeds].filter(([link]) => content.contains(link)) };
}
