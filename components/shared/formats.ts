import type { ArchiveArticle } from '../../utils/archive/article';
import type { WrittenArticle } from '../../utils/archive/article-zip';
import { type ArchiveImage, imagePath } from '../../utils/archive/image-file';
import { textLanguage } from '../../utils/article/language';
import type { TextKey } from '../../utils/browser/text';
import { ownImages } from './archive-images';
import { articlePieces } from './article-pieces';

export type Format = 'record' | 'markdown' | 'page' | 'html' | 'text' | 'json' | 'epub';
/** Those that have a file for each article, in a zip. */
export type FileFormat = Exclude<Format, 'page' | 'json' | 'epub'>;

export const formatNames: Record<Format, TextKey> = {
  record: 'formatRecord',
  markdown: 'formatMarkdown',
  page: 'formatPage',
  html: 'formatHtml',
  epub: 'formatEpub',
  json: 'formatJson',
  text: 'formatText',
};

/** Formats that hold pictures, in themselves or beside them. */
export function holdsImages(format: Format): boolean {
  return format !== 'text' && format !== 'json';
}

/** Writes one article out, into a file of its own. */
export type ArticleWriter = (article: ArchiveArticle, images: readonly ArchiveImage[]) => WrittenArticle;

/** What writes the articles of a format that has a file for each; loaded when one is exported. */
export async function articleWriter(format: FileFormat): Promise<ArticleWriter> {
  if (format === 'record') {
    const [{ recordOf }, { writeRecord }] = await Promise.all([
      import('../../utils/archive/record-of'),
      import('../../utils/archive/record'),
    ]);
    return (article) => ({ text: writeRecord(recordOf(article)), ending: 'md' });
  }
  if (format === 'text') {
    const { writePlainText } = await import('../../utils/archive/plain-text');
    return (article) => ({ text: writePlainText(article), ending: 'txt' });
  }
  return format === 'html' ? htmlWriter() : markdownWriter();
}

/** An article's HTML with its pictures inside. */
export async function wholeContent(): Promise<
  (article: ArchiveArticle, images: readonly ArchiveImage[]) => string
> {
  const [{ articleXhtml }, { dataAddress }] = await Promise.all([
    import('../../utils/article/xhtml'),
    import('../../utils/archive/base64'),
  ]);
  return (article, images) => {
    const own = ownImages(images, ({ type, bytes }) => dataAddress(type, bytes));
    return articlePieces(article)
      .map((html) => articleXhtml(html, article, own))
      .join('\n');
  };
}

async function htmlWriter(): Promise<ArticleWriter> {
  const [{ writeHtmlPage }, content] = await Promise.all([
    import('../../utils/archive/html-page'),
    wholeContent(),
  ]);
  return (article, images) => {
    const language = textLanguage(article.title, article.language);
    return { text: writeHtmlPage({ ...article, language }, content(article, images)), ending: 'html' };
  };
}

async function markdownWriter(): Promise<ArticleWriter> {
  const [{ frontMatter }, { articleMarkdown }] = await Promise.all([
    import('../../utils/archive/front-matter'),
    import('../../utils/article/markdown'),
  ]);
  return (article, images) => {
    // articles stand in a folder for each feed, pictures in one beside those
    const own = ownImages(images, (image) => `../${imagePath(image)}`);
    const texts = articlePieces(article).map((html) => articleMarkdown(html, article, own));
    return { text: `${frontMatter(article)}\n${texts.join('\n')}`, ending: 'md' };
  };
}
