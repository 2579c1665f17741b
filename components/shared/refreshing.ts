import { signal } from '@preact/signals';
import { t } from '../../utils/browser/text';
import { arrived, atTop, reloadList } from './list-state';
import { countWords, sentences } from './locale';
import { perform } from './perform';
import { toast } from './toasts';

/** Feeds checked of those to check; null while nothing is being checked. */
export const progress = signal<{ done: number; total: number } | null>(null);

/** Checks all feeds, or these, and says what came. */
export async function refresh(feedIds?: number[]): Promise<void> {
  progress.value ??= { done: 0, total: 0 };
  const summary = await perform('refresh', feedIds ? { feedIds } : {});
  progress.value = null;
  if (summary === null) return;
  if (arrived.value > 0 && atTop.value) await reloadList();
  const news = summary.newEntries > 0 ? countWords('newArticles', summary.newEntries) : t('nothingNew');
  toast(sentences([news, summary.failed > 0 && countWords('failedFeeds', summary.failed)]));
}
