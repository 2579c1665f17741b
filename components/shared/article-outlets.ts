import { articleOf } from '../../utils/archive/article';
import { textLanguage } from '../../utils/article/language';
import { noOwnImages } from '../../utils/article/own-images';
import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { stripTracking } from '../../utils/text/tracking';
import { conversionFor, convertTexts, inScript } from './chinese';
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

function languageOf({ title, snippet, feedId }: Entry, declared: string): string {
  return textLanguage(`${title} ${snippet}`, declared || (feedsById.value.get(feedId)?.language ?? ''));
}

const shownTitle = ({ title, feedId }: Entry, language: string) => inScript(title, language, feedId).text;

/** Copies title, link and text, in the script that they are shown in. Where the text cannot be read, that is said and nothing is copied. */
export async function copyMarkdown(entry: Entry): Promise<void> {
  const body = await readWhole(entry.id);
  if (!body) {
    toast(t('articleFailed'), { tone: 'bad' });
    return;
  }
  const { articleMarkdown } = await import('../../utils/article/markdown');
  const article = articleOf(entry, body, feedsById.value.get(entry.feedId));
  const language = languageOf(entry, body.language);
  const inShownScript = (content: DocumentFragment) =>
    convertTexts(content, language, conversionFor(entry.feedId));
  const title = shownTitle(entry, language).replace(/[[\]\\]/g, '\\$&');
  const text = articleMarkdown(article.html, article, noOwnImages, inShownScript);
  await copy(`# [${title}](${stripTracking(entry.link)})\n\n${text}`);
}

/** Hands the title, as it is shown, and the address to what the system shares with. */
export async function share(entry: Entry): Promise<void> {
  // Rejected where the reader closes the system's window: nothing to say.
  await navigator
    .share({ title: shownTitle(entry, languageOf(entry, '')), url: stripTracking(entry.link) })
    .catch(() => undefined);
}
