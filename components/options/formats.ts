import type { ArchiveArticle } from '../../utils/archive/article';
import type { WrittenArticle } from '../../utils/archive/article-zip';
import { textLanguage } from '../../utils/article/language';
import type { TextKey } from '../../utils/browser/text';

export type Format = 'record' | 'markdown' | 'html' | 'text' | 'json' | 'epub';

export const formatNames: Record<Format, TextKey> = {
  record: 'formatRecord',
  markdown: 'formatMarkdown',
  html: 'formatHtml',
  text: 'formatText',
  json: 'formatJson',
  epub: 'formatEpub',
};

/** Writes one article out, into a file of its own. */
export type ArticleWriter = (article: ArchiveArticle) => WrittenArticle;

/** What writes the articles of a format that has a file for each; loaded when one is exported. */
export async function articleWriter(format: Exclude<Format, 'json' | 'epub'>): Promise<ArticleWriter> {
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

async function htmlWriter(): Promise<ArticleWriter> {
  const [{ writeHtmlPage }, { articleXhtml }] = await Promise.all([
    import('../../utils/archive/html-page'),
    import('../../utils/article/xhtml'),
  ]);
  return (article) => {
    const language = textLanguage(article.title, article.language);
    return {
      text: writeHtmlPage({ ...article, language }, articleXhtml(article.html, article)),
      ending: 'html',
    };
  };
}

async function markdownWriter(): Promise<ArticleWriter> {
  const [{ frontMatter }, { articleMarkdown }] = await Promise.all([
    import('../../utils/archive/front-matter'),
    import('../../utils/article/markdown'),
  ]);
  return (article) => ({
    text: `${frontMatter(article)}\n${articleMarkdown(article.html, article)}`,
    ending: 'md',
  });
}
