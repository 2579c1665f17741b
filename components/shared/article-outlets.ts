import { articleOf } from '../../utils/archive/article';
import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { stripTracking } from '../../utils/text/tracking';
import { feedsById } from './feeds-state';
import { toast } from './toasts';
import { readWhole } from './with-full-text';

export { saveArticle } from './save-article';

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(t('copied'));
  } catch {
    toast(t('copyFailed'), { tone: 'bad' });
  }
}

/** Copies the article's address without what follows the reader. */
export function copyLink(entry: Entry): Promise<void> {
  return copy(stripTracking(entry.link));
}

/** Copies title, link and text. Where the text cannot be read, that is said and nothing is copied. */
export async function copyMarkdown(entry: Entry): Promise<void> {
  const body = await readWhole(entry.id);
  if (!body) {
    toast(t('articleFailed'), { tone: 'bad' });
    return;
  }
  const { articleMarkdown } = await import('../../utils/article/markdown');
  const article = articleOf(entry, body, feedsById.value.get(entry.feedId));
  const title = entry.title.replace(/[[\]\\]/g, '\\$&');
  await copy(`# [${title}](${stripTracking(entry.link)})\n\n${articleMarkdown(article.html, article)}`);
}

/** Hands title and address to what the system shares with. */
export async function share(entry: Entry): Promise<void> {
  // Rejected where the reader closes the system's window: nothing to say.
  await navigator.share({ title: entry.title, url: stripTracking(entry.link) }).catch(() => undefined);
}
