import { readWebUrl } from '../text/address-url';
import type { ArchiveArticle } from './article';
import { type EpubChapter, epubContainer, epubNav, epubPackage, epubPage, epubStyle } from './epub-parts';
import { type ArchiveImage, ImageShelf, imagePath } from './image-file';
import { escapeMarkup } from './xml-text';
import { writeZip } from './zip-writer';

export interface Epub {
  /**
   * `content`: the article's HTML as XHTML that EPUB allows. `language`: BCP 47, '' where unknown. `images`: those that
   * `content` shows by their `imagePath`.
   */
  add(article: ArchiveArticle, content: string, language: string, images?: readonly ArchiveImage[]): void;
  finish(): void;
}

/** A book of articles (EPUB 3.3), a chapter for each, as a stream of pieces. `id`: a urn; `now` in ms. */
export function writeEpub(
  emit: (chunk: Uint8Array) => void,
  book: { id: string; title: string; now: number },
): Epub {
  const zip = writeZip(emit);
  const encoder = new TextEncoder();
  const put = (path: string, text: string) => zip.add(path, encoder.encode(text), book.now);
  const chapters: EpubChapter[] = [];
  const shelf = new ImageShelf();
  let bookLanguage = '';
  // First of all files, and not packed: that is how a book is recognised (EPUB OCF 3.3, 4.2.2).
  put('mimetype', 'application/epub+zip');
  put('META-INF/container.xml', epubContainer);
  put('EPUB/style.css', epubStyle);
  return {
    add(article, content, language, images = []) {
      for (const image of images)
        if (shelf.take(image)) zip.add(`EPUB/${imagePath(image)}`, image.bytes, book.now);
      const file = `a${String(chapters.length + 1).padStart(5, '0')}.xhtml`;
      const title = article.title || article.feedName || file;
      bookLanguage ||= language;
      chapters.push({ file, title });
      put(
        `EPUB/${file}`,
        epubPage(title, language || 'und', `${heading(article, title)}\n<div>${content}</div>`),
      );
    },
    finish() {
      const about = { id: book.id, title: book.title, language: bookLanguage || 'und', modified: book.now };
      put('EPUB/nav.xhtml', epubNav(about, chapters));
      put('EPUB/package.opf', epubPackage(about, chapters, shelf.lines()));
      zip.finish();
    },
  };
}

function heading({ feedName, author, published, link }: ArchiveArticle, title: string): string {
  const day = published === null ? '' : new Date(published).toISOString().slice(0, 10);
  const parts = [feedName, author, day].filter(Boolean).map(escapeMarkup).join(' · ');
  const address = escapeMarkup(readWebUrl(link)?.href ?? '');
  const original = address && `\n<p class="origin"><a href="${address}">${address}</a></p>`;
  return `<h1>${escapeMarkup(title)}</h1>\n<p class="origin">${parts}</p>${original}`;
}
