import { splitBlocks } from '../text/blocks';
import type { ArchiveArticle } from './article';

/** An article in words only: title, where and when it appeared, its address, and a paragraph for each block. */
export function writePlainText({ title, feedName, author, published, link, html }: ArchiveArticle): string {
  const day = published === null ? '' : new Date(published).toISOString().slice(0, 10);
  const head = [title, [feedName, author, day].filter(Boolean).join(' · '), link];
  const paragraphs = splitBlocks(html).map(({ text }) => text);
  return `${[head.filter(Boolean).join('\n'), ...paragraphs].filter(Boolean).join('\n\n')}\n`;
}
