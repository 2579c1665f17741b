import { browser } from 'wxt/browser';
import { type BadgeColor, badgeColors } from '../model/badge';
import { t } from './text';

/** About four characters fit: 1 to 999, then `1k` to `99k`; '' for none. */
export function badgeText(count: number): string {
  if (count <= 0) return '';
  if (count < 1000) return String(count);
  return `${Math.min(99, Math.floor(count / 1000))}k`;
}

/** What the toolbar button says in full, in the reader's language: the product, and how many articles are unread. */
export function badgeTooltip(unread: number): string {
  const name = t('extensionName');
  if (unread === 0) return name;
  const language = t('languageTag');
  const one = new Intl.PluralRules(language).select(unread) === 'one';
  const count = new Intl.NumberFormat(language).format(unread);
  return `${name} · ${t(one ? 'unreadCountOne' : 'unreadCountOther', [count])}`;
}

/** Shows a text on the toolbar button, and another when the pointer rests on it. */
export async function setBadge(text: string, tooltip: string, color: BadgeColor): Promise<void> {
  const { action } = browser;
  await Promise.all([
    action.setBadgeText({ text }),
    action.setTitle({ title: tooltip }),
    action.setBadgeBackgroundColor({ color: badgeColors[color] }),
    // Chromium 110 and Firefox; elsewhere the browser finds a readable colour itself.
    action.setBadgeTextColor?.({ color: '#ffffff' }),
  ]);
}
