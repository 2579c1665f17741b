import { signal } from '@preact/signals';
import { getSettings, saveSettings, watchSettings } from '../../utils/browser/settings';
import { defaultSettings, type Settings } from '../../utils/model/settings';
import { paintLastTheme, rememberTheme } from './paint-theme';

export const settings = signal<Settings>(defaultSettings);
/** Whether they are the reader's: what the network would notice waits for that. */
export const settingsKnown = signal(false);

function applySettings(next: Settings): void {
  settings.value = next;
  const root = document.documentElement;
  root.dataset.theme = next.theme;
  root.dataset.face = next.articleFace;
  root.dataset.width = next.articleWidth;
  root.dataset.spacing = next.lineSpacing;
  root.style.setProperty('--article-size', `${next.textSize}px`);
  rememberTheme(next.theme);
}

let asked: Promise<void> = Promise.resolve();

/** Done when they are known, or cannot be read and are the usual ones. */
export function settingsRead(): Promise<void> {
  return asked;
}

/** Paints in the theme of the last time, then reads the settings and follows every change of them. */
export function startSettings(): void {
  paintLastTheme();
  watchSettings(applySettings);
  asked = getSettings().then(
    (read) => {
      applySettings(read);
      settingsKnown.value = true;
    },
    () => undefined,
  );
}

/** Takes effect at once; kept in storage for all pages, which is done when this is. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  applySettings({ ...settings.value, ...change });
  await saveSettings(change, settingsKnown.value ? settings.value : null);
}
