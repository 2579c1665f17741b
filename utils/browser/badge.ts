import { browser } from 'wxt/browser';

const accent = '#c23a22';

/** About four characters fit: 1 to 999, then `1k` to `99k`; '' for none. */
export function badgeText(count: number): string {
  if (count <= 0) return '';
  if (count < 1000) return String(count);
  return `${Math.min(99, Math.floor(count / 1000))}k`;
}

/** Shows a text on the toolbar button, and another when the pointer rests on it. */
export async function setBadge(text: string, tooltip: string): Promise<void> {
  const { action } = browser;
  await Promise.all([
    action.setBadgeText({ text }),
    action.setTitle({ title: tooltip }),
    action.setBadgeBackgroundColor({ color: accent }),
    // Chromium 110 and Firefox; elsewhere the browser finds a readable colour itself.
    action.setBadgeTextColor?.({ color: '#ffffff' }),
  ]);
}
