import { splitBlocks } from '../text/blocks';
import type { ArchiveArticle } from './article';
import { enclosureWords } from './enclosure-words';

/** An article in words only: title, where and when it appeared, its address, a paragraph for each block, and what came with it. */
export function writePlainText(article: ArchiveArticle): string {
  const { title, feedName, author, published, link, html } = article;
  const day = published === null ? '' : new Date(published).toISOString().slice(0, 10);
  const head = [title, [feedName, author, day].filter(Boolean).join(' · '), link];
  const paragraphs = splitBlocks(html).map(({ text }) => text);
  const others = enclosureWords(article).map(({ url, facts }) => (facts ? `${url} (${facts})` : url));
  const parts = [head.filter(Boolean).join('\n'), ...paragraphs, others.join('\n')];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
