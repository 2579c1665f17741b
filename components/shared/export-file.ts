import type { ArchiveArticle } from '../../utils/archive/article';
import type { ArchiveImage } from '../../utils/archive/image-file';
import { xmlCharacters } from '../../utils/archive/xml-text';
import { textLanguage } from '../../utils/article/language';
import type { Feed } from '../../utils/model/feed';
import { ownImages, publicAddress } from './archive-images';
import { BlobBuilder } from './blob-builder';
import { articleWriter, type FileFormat, type Format, wholeContent } from './formats';

/** A file that articles are written into one after the other. */
export interface ExportFile {
  ending: 'zip' | 'json' | 'epub' | 'html';
  /** `images`: the article's pictures that are kept here. */
  add(article: ArchiveArticle, feed: Feed | undefined, images: readonly ArchiveImage[]): Promise<void>;
  finish(): Blob;
}

/** An empty file of that format; `title` where the format has one. */
export function openExportFile(format: Format, title: string): Promise<ExportFile> {
  if (format === 'epub') return book(title);
  if (format === 'page') return page(title);
  return format === 'json' ? jsonFile(title) : zipFile(format);
}

async function zipFile(format: FileFormat): Promise<ExportFile> {
  const { writeArticleZip } = await import('../../utils/archive/article-zip');
  const write = await articleWriter(format);
  const blob = new BlobBuilder();
  const zip = writeArticleZip((chunk) => blob.add(chunk));
  return {
    ending: 'zip',
    add: (article, feed, images) => {
      // a page of HTML has them in itself
      const beside = format === 'html' ? [] : images;
      return zip.add(article, write(article, images), publicAddress(feed?.sources[0]?.url ?? ''), beside);
    },
    finish: () => {
      zip.finish(Date.now());
      return blob.finish('application/zip');
    },
  };
}

/** A file of text that grows. */
function textFile() {
  const blob = new BlobBuilder();
  const encoder = new TextEncoder();
  const write = (text: string) => blob.add(encoder.encode(text));
  return { write, finish: (type: string) => blob.finish(type) };
}

async function jsonFile(title: string): Promise<ExportFile> {
  const { jsonFeedHead, jsonFeedItem, jsonFeedTail } = await import('../../utils/archive/json-feed');
  const { write, finish } = textFile();
  let before = jsonFeedHead(title);
  return {
    ending: 'json',
    add: async (article) => {
      write(before + jsonFeedItem(article));
      before = ',\n';
    },
    finish: () => {
      write((before === ',\n' ? '' : before) + jsonFeedTail);
      return finish('application/feed+json');
    },
  };
}

async function page(title: string): Promise<ExportFile> {
  const [{ writeHtmlBook }, content] = await Promise.all([
    import('../../utils/archive/html-book'),
    wholeContent(),
  ]);
  const { write, finish } = textFile();
  const html = writeHtmlBook(title);
  write(html.head);
  return {
    ending: 'html',
    add: async (article, _, images) => {
      write(html.add(article, content(article, images), textLanguage(article.title, article.language)));
    },
    finish: () => {
      write(html.finish());
      return finish('text/html');
    },
  };
}

async function book(title: string): Promise<ExportFile> {
  const [{ writeEpub }, { bookContent }, { bookImage }] = await Promise.all([
    import('../../utils/archive/epub'),
    import('../../utils/article/book-content'),
    import('./book-image'),
  ]);
  const blob = new BlobBuilder();
  const id = `urn:uuid:${crypto.randomUUID()}`;
  const epub = writeEpub((chunk) => blob.add(chunk), { id, title, now: Date.now() });
  return {
    ending: 'epub',
    add: async (article, _, images) => {
      const language = textLanguage(article.title, article.language);
      const fitting = (await Promise.all(images.map(bookImage))).filter((image) => image !== null);
      const content = bookContent(article.html, article, ownImages(fitting));
      epub.add(article, xmlCharacters(content), language, fitting);
    },
    finish: () => {
      epub.finish();
      return blob.finish('application/epub+zip');
    },
  };
}
