import { browser } from 'wxt/browser';
import { canPlayNotes, playNotes } from './sound';
import { t } from './text';

/** An article that is told of. */
export interface ToldArticle {
  id: number;
  title: string;
  feed: string;
}

/** What one notification tells of. */
export interface News {
  /** When it was first told (ms). */
  at: number;
  articles: readonly ToldArticle[];
}

const wanted = { permissions: ['notifications' as const] };
/** Lines of one notification. */
const mostLines = 4;

/** Whether the reader has allowed them. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(wanted);
}

/** Asks the reader; false when refused. Browsers allow it only straight in a click. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request(wanted);
}

/** Gives the permission back. */
export function stopNotifying(): Promise<boolean> {
  return browser.permissions.remove(wanted);
}

function countWords(count: number): string {
  const language = t('languageTag');
  const one = new Intl.PluralRules(language).select(count) === 'one';
  return t(one ? 'notifyCountOne' : 'notifyCountOther', [new Intl.NumberFormat(language).format(count)]);
}

/** Its name says what a click opens, because who hears the click may be another worker. */
function nameOf({ at, articles }: News): string {
  return articles.length === 1 ? `entry:${articles[0]?.id}` : `told:${at}`;
}

interface Told {
  type: 'basic';
  iconUrl: string;
  title: string;
  message: string;
}

/** Some browsers can be asked for silence; others refuse options that they do not know. */
async function create(name: string, told: Told, silent: boolean): Promise<void> {
  const asked = { ...told, silent };
  try {
    await browser.notifications.create(name, asked);
  } catch {
    await browser.notifications.create(name, told);
  }
}

/**
 * Tells of articles in one notification, with a sound or silently, unless that very one stands on the screen; false where
 * the browser shows none.
 */
export async function notify(news: News, sound: boolean): Promise<boolean> {
  const { articles } = news;
  const [first] = articles;
  if (!first || !browser.notifications) return false;
  if (Object.hasOwn(await browser.notifications.getAll(), nameOf(news))) return true;
  const lines = articles.slice(0, mostLines).map(({ title, feed }) => title || feed);
  const isOne = articles.length === 1;
  const told = {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: isOne ? first.title || t('untitled') : countWords(articles.length),
    message: isOne ? first.feed : lines.join('\n'),
  };
  // where we can make the sound ourselves, the notification makes none
  await create(nameOf(news), told, !sound || canPlayNotes());
  if (sound) await playNotes();
  return true;
}
