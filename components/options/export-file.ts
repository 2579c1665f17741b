import type { ArchiveArticle } from '../../utils/archive/article';
import { xmlCharacters } from '../../utils/archive/xml-text';
import { carriesSecret } from '../../utils/article/images/secret-query';
import { textLanguage } from '../../utils/article/language';
import type { Feed } from '../../utils/model/feed';
import { readWebUrl } from '../../utils/text/address-url';
import { BlobBuilder } from './blob-builder';
import { articleWriter, type Format } from './formats';

/** A file that articles are written into one after the other. */
export interface ExportFile {
  ending: 'zip' | 'json' | 'epub';
  add(article: ArchiveArticle, feed: Feed | undefined): Promise<void>;
  finish(): Blob;
}

/** An empty file of that format; `title` where the format has one. */
export function openExportFile(format: Format, title: string): Promise<ExportFile> {
  if (format === 'epub') return book(title);
  return format === 'json' ? jsonFile(title) : zipFile(format);
}

async function zipFile(format: Exclude<Format, 'json' | 'epub'>): Promise<ExportFile> {
  const { writeArticleZip } = await import('../../utils/archive/article-zip');
  const write = await articleWriter(format);
  const blob = new BlobBuilder();
  const zip = writeArticleZip((chunk) => blob.add(chunk));
  return {
    ending: 'zip',
    add: (article, feed) => zip.add(article, write(article), publicSource(feed)),
    finish: () => {
      zip.finish(Date.now());
      return blob.finish('application/zip');
    },
  };
}

/** Archives are given to others: an address with a key in it is the reader's own. */
function publicSource(feed: Feed | undefined): string {
  const address = readWebUrl(feed?.sources[0]?.url ?? '');
  return address && !carriesSecret(address) ? address.href : '';
}

async function jsonFile(title: string): Promise<ExportFile> {
  const { jsonFeedHead, jsonFeedItem, jsonFeedTail } = await import('../../utils/archive/json-feed');
  const blob = new BlobBuilder();
  const encoder = new TextEncoder();
  const write = (text: string) => blob.add(encoder.encode(text));
  let before = jsonFeedHead(title);
  return {
    ending: 'json',
    add: async (article) => {
      write(before + jsonFeedItem(article));
      before = ',\n';
    },
    finish: () => {
      write((before === ',\n' ? '' : before) + jsonFeedTail);
      return blob.finish('application/feed+json');
    },
  };
}

async function book(title: string): Promise<ExportFile> {
  const [{ writeEpub }, { bookContent }] = await Promise.all([
    import('../../utils/archive/epub'),
    import('../../utils/article/book-content'),
  ]);
  const blob = new BlobBuilder();
  const id = `urn:uuid:${crypto.randomUUID()}`;
  const epub = writeEpub((chunk) => blob.add(chunk), { id, title, now: Date.now() });
  return {
    ending: 'epub',
    add: async (article) => {
      const language = textLanguage(article.title, article.language);
      epub.add(article, xmlCharacters(bookContent(article.html, article)), language);
    },
    finish: () => {
      epub.finish();
      return blob.finish('application/epub+zip');
    },
  };
}
