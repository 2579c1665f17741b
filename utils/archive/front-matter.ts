import type { ArchiveArticle } from './article';

/**
 * What note-taking programs read above Markdown: YAML between lines of dashes. Every value is written as JSON, which
 * YAML 1.2 contains, so that no title can break out of its line.
 */
export function frontMatter(article: ArchiveArticle): string {
  const time = (ms: number | null) => (ms === null ? '' : new Date(ms).toISOString());
  const fields: [string, string | string[]][] = [
    ['title', article.title],
    ['link', article.link],
    ['published', time(article.published)],
    ['updated', time(article.updated)],
    ['fetched', time(article.fetched)],
    ['feed', article.feedName],
    ['author', article.author],
    ['language', article.language],
    ['tags', article.categories],
  ];
  const lines = fields
    .filter(([, value]) => value.length > 0)
    .map(([name, value]) => `${name}: ${json(value)}\n`);
  return `---\n${lines.join('')}---\n`;
}

/**
 * JSON leaves as they are what YAML takes for line breaks (5.4 of 1.1) and what it does not call printable (5.1 of 1.2):
 * a program may refuse the whole file for one of them.
 */
function json(value: string | string[]): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
