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

/** JSON leaves two line breaks of Unicode as they are, which YAML 1.1 takes for line breaks. */
function json(value: string | string[]): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
