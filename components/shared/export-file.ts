import type { ArchiveArticle } from '../../utils/archive/article';
import type { ArchiveImage } from '../../utils/archive/image-file';
import type { PieceOrigin } from '../../utils/archive/manifest';
import { xmlCharacters } from '../../utils/archive/xml-text';
import { textLanguage } from '../../utils/article/language';
import type { Feed } from '../../utils/model/feed';
import { inlineImages, ownImages, publicAddress } from './archive-images';
import { articlePieces } from './article-pieces';
import { BlobBuilder } from './blob-builder';
import { articleWriter, type FileFormat, type Format, wholeContent } from './formats';

/** A file that articles are written into one after the other. */
export interface ExportFile {
  ending: 'zip' | 'json' | 'epub' | 'html';
  /** `images`: the article's pictures that are kept here. */
  add(article: ArchiveArticle, feed: Feed | undefined, images: readonly ArchiveImage[]): Promise<void>;
  finish(): Promise<Blob>;
  /** Gives it up. */
  drop(): void;
}

/** An empty file of that format; `title` where the format has one. */
export function openExportFile(format: Format, title: string): Promise<ExportFile> {
  if (format === 'epub') return book(title);
  if (format === 'page') return page(title);
  return format === 'json' ? jsonFile(title) : zipFile(format);
}

/** What an archive tells of where an article came from. An address that holds a secret stays here. */
function originOf({ link, fetched, sentBy, page }: ArchiveArticle, feed: Feed | undefined): PieceOrigin {
  const first = feed?.sources[0]?.url ?? '';
  return {
    link,
    source: publicAddress(sentBy),
    fetched,
    ...(first !== '' && first !== sentBy && { feed: publicAddress(first) }),
    ...(page && { page: { link: publicAddress(page.address), at: page.at } }),
  };
}

const languageOf = ({ title, language }: ArchiveArticle) => textLanguage(title, language);

async function zipFile(format: FileFormat): Promise<ExportFile> {
  const { writeArticleZip } = await import('../../utils/archive/article-zip');
  const write = await articleWriter(format);
  const blob = new BlobBuilder();
  const zip = writeArticleZip((chunk) => blob.add(chunk));
  return {
    ending: 'zip',
    add: async (article, feed, images) => {
      // a page of HTML has them in itself
      const beside = format === 'html' ? [] : images;
      await zip.add(article, write(article, images), originOf(article, feed), beside);
      await blob.settle();
    },
    finish: () => {
      zip.finish(Date.now());
      return blob.finish('application/zip');
    },
    drop: () => blob.drop(),
  };
}

/** A file of text that grows. */
function textFile() {
  const blob = new BlobBuilder();
  const encoder = new TextEncoder();
  const write = (text: string) => {
    blob.add(encoder.encode(text));
    return blob.settle();
  };
  return { write, finish: (type: string) => blob.finish(type), drop: () => blob.drop() };
}

async function jsonFile(title: string): Promise<ExportFile> {
  const { writeJsonFeed } = await import('../../utils/archive/json-feed');
  const { write, finish, drop } = textFile();
  const json = writeJsonFeed(title);
  await write(json.head);
  return {
    ending: 'json',
    add: async (article, feed) => write(await json.add(article, originOf(article, feed))),
    finish: async () => {
      await write(await json.finish(Date.now()));
      return finish('application/feed+json');
    },
    drop,
  };
}

async function page(title: string): Promise<ExportFile> {
  const [{ writeHtmlBook }, content] = await Promise.all([
    import('../../utils/archive/html-book'),
    wholeContent(),
  ]);
  const { write, finish, drop } = textFile();
  const html = writeHtmlBook(title);
  await write(html.head);
  return {
    ending: 'html',
    add: async (article, feed, images) => {
      const facts = { language: languageOf(article), origin: originOf(article, feed), images };
      await write(await html.add(article, content(article, images), facts));
    },
    finish: async () => {
      await write(await html.finish(Date.now()));
      return finish('text/html');
    },
    drop,
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
    add: async (article, feed, images) => {
      const all = [...images, ...(await inlineImages(article))];
      const fitting = (await Promise.all(all.map(bookImage))).filter((image) => image !== null);
      const own = ownImages(fitting);
      const parts = articlePieces(article).map((html) => bookContent(html, article, own));
      const facts = { language: languageOf(article), origin: originOf(article, feed), images: fitting };
      await epub.add(article, xmlCharacters(parts.join('\n')), facts);
      await blob.settle();
    },
    finish: async () => {
      await epub.finish();
      return blob.finish('application/epub+zip');
    },
    drop: () => blob.drop(),
  };
}
