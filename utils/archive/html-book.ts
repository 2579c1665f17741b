import type { ArchiveArticle } from './article';
import { pageHead } from './html-page';
import { type ArchiveImage, ImageShelf } from './image-file';
import { type ManifestFile, type PieceOrigin, pieceLine, writeManifest } from './manifest';
import { originOf } from './origin';
import { framePath, partMarks, scriptMarks } from './page-parts';
import { escapeMarkup } from './xml-text';

/** What the page is told of an article beside it. */
export interface SectionFacts {
  /** BCP 47, '' where unknown. */
  language: string;
  /** What the manifest tells of it. */
  origin: PieceOrigin;
  /** Those that the content holds. */
  images?: readonly ArchiveImage[];
}

/** Articles one below the other, as a page in pieces: the table of contents is written last and shown first. */
export interface HtmlBook {
  /** What stands before the first article. */
  head: string;
  /** `content`: its HTML, sanitized and well-formed. */
  add(article: ArchiveArticle, content: string, facts: SectionFacts): Promise<string>;
  /** `now` in ms. */
  finish(now: number): Promise<string>;
}

const style = `main{display:flex;flex-direction:column}nav{order:-1}section{margin-top:4rem;padding-top:1rem;border-top:1px solid}
nav li{margin:.3em 0}`;

/**
 * One page of many articles, that can be read with nothing but itself. Its manifest stands in it as data, and names each
 * section, each picture and all that is around them.
 */
export function writeHtmlBook(title: string): HtmlBook {
  const contents: string[] = [];
  const files: ManifestFile[] = [];
  const shelf = new ImageShelf();
  const encoder = new TextEncoder();
  const head = `${pageHead(title, '', style)}<body>\n<main>\n`;
  return {
    head,
    async add(article, content, { language, origin, images = [] }) {
      for (const image of images) shelf.take(image);
      const id = `article-${contents.length + 1}`;
      const name = escapeMarkup(article.title || article.feedName || id);
      contents.push(`<li><a href="#${id}">${name}</a></li>\n`);
      const lang = language && ` lang="${escapeMarkup(language)}"`;
      const section = `<section id="${id}"${lang}>\n<header>\n<h2>${name}</h2>\n${originOf(article)}</header>\n<article>${content}</article>\n</section>\n`;
      files.push(await pieceLine(id, encoder.encode(section), origin));
      const { open, close } = partMarks(id);
      return open + section + close;
    },
    async finish(now) {
      const list = `<nav>\n<h1>${escapeMarkup(title)}</h1>\n<ol>\n${contents.join('')}</ol>\n</nav>\n</main>\n`;
      const end = '</body>\n</html>\n';
      const frame = encoder.encode(head + list + end);
      const line = await pieceLine(framePath, frame, { link: '', source: '', fetched: now });
      const manifest = writeManifest(now, [line, ...files, ...shelf.lines()]);
      // no text of an article ends the element
      return list + scriptMarks.open + manifest.replaceAll('<', '\\u003c') + scriptMarks.close + end;
    },
  };
}
