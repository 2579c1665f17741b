import { readWebUrl, strictAddress } from '../text/address-url';
import type { ArchiveArticle } from './article';
import { type EpubChapter, epubContainer, epubNav, epubPackage, epubPage, epubStyle } from './epub-parts';
import { type ArchiveImage, ImageShelf, imagePath } from './image-file';
import { type ManifestFile, manifestName, type PieceOrigin, pieceLine, writeManifest } from './manifest';
import { escapeMarkup, shownText } from './xml-text';
import { writeZip } from './zip-writer';

/** What a book is told of a chapter beside its article. */
export interface ChapterFacts {
  /** BCP 47, '' where unknown. */
  language: string;
  /** What the manifest tells of it. */
  origin: PieceOrigin;
  /** Those that the content shows by their `imagePath`. */
  images?: readonly ArchiveImage[];
}

export interface Epub {
  /** `content`: the article's HTML as XHTML that EPUB allows. */
  add(article: ArchiveArticle, content: string, facts: ChapterFacts): Promise<void>;
  finish(): Promise<void>;
}

/**
 * A book of articles (EPUB 3.3), a chapter for each, as a stream of pieces. Its manifest stands in META-INF, where a book
 * may hold files that are no part of it (OCF 3.3, 4.2.6). `id`: a urn; `now` in ms.
 */
export function writeEpub(
  emit: (chunk: Uint8Array) => void,
  book: { id: string; title: string; now: number },
): Epub {
  const zip = writeZip(emit);
  const encoder = new TextEncoder();
  const chapters: EpubChapter[] = [];
  const files: ManifestFile[] = [];
  const shelf = new ImageShelf();
  let bookLanguage = '';
  const frame: PieceOrigin = { link: '', source: '', fetched: book.now };
  const put = async (path: string, text: string, of = frame) => {
    const bytes = encoder.encode(text);
    zip.add(path, bytes, book.now);
    files.push(await pieceLine(path, bytes, of));
  };
  const begin = async () => {
    // First of all files, and not packed: that is how a book is recognised (EPUB OCF 3.3, 4.2.2).
    await put('mimetype', 'application/epub+zip');
    await put('META-INF/container.xml', epubContainer);
    await put('EPUB/style.css', epubStyle);
  };
  const begun = begin();
  return {
    async add(article, content, { language, origin, images = [] }) {
      await begun;
      for (const image of images)
        if (shelf.take(image)) zip.add(`EPUB/${imagePath(image)}`, image.bytes, book.now);
      const file = `a${String(chapters.length + 1).padStart(5, '0')}.xhtml`;
      const title = shownText(article.title) || shownText(article.feedName) || file;
      bookLanguage ||= language;
      chapters.push({ file, title });
      const page = epubPage(title, language || 'und', `${heading(article, title)}\n<div>${content}</div>`);
      await put(`EPUB/${file}`, page, origin);
    },
    async finish() {
      await begun;
      const about = { ...book, language: bookLanguage || 'und', modified: book.now };
      await put('EPUB/nav.xhtml', epubNav(about, chapters));
      await put('EPUB/package.opf', epubPackage(about, chapters, shelf.lines()));
      const pictures = shelf.lines().map((line) => ({ ...line, path: `EPUB/${line.path}` }));
      const manifest = writeManifest(book.now, [...files, ...pictures]);
      zip.add(`META-INF/${manifestName}`, encoder.encode(manifest), book.now);
      zip.finish();
    },
  };
}

function heading({ feedName, author, published, link }: ArchiveArticle, title: string): string {
  const day = published === null ? '' : new Date(published).toISOString().slice(0, 10);
  const parts = [feedName, author, day].filter(Boolean).map(escapeMarkup).join(' · ');
  const address = escapeMarkup(strictAddress(readWebUrl(link)?.href ?? ''));
  const original = address && `\n<p class="origin"><a href="${address}">${address}</a></p>`;
  return `<h1>${escapeMarkup(title)}</h1>\n<p class="origin">${parts}</p>${original}`;
}
