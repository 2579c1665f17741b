import { defaultSettings, type Settings } from '../model/settings';
import { readWebUrl } from '../text/address-url';
import { readValue, watchValue, writeValue } from './stored-value';

const key = 'settings';

function choice<T extends string>(value: unknown, fallback: T, ...others: T[]): T {
  return [fallback, ...others].find((known) => known === value) ?? fallback;
}

/** An address, or '' where the reader wants none. */
function addressFrom(value: unknown, fallback: string): string {
  return typeof value === 'string' && (value === '' || readWebUrl(value)) ? value : fallback;
}

/** Takes what is valid of a stored value; every other field gets its default. */
export function settingsFrom(stored: unknown): Settings {
  const own = new Map(typeof stored === 'object' && stored !== null ? Object.entries(stored) : []);
  const size = own.get('textSize');
  const markReadOnOpen = own.get('markReadOnOpen');
  return {
    theme: choice(own.get('theme'), defaultSettings.theme, 'light', 'dark'),
    textSize: typeof size === 'number' && size >= 12 && size <= 32 ? size : defaultSettings.textSize,
    articleFace: choice(own.get('articleFace'), defaultSettings.articleFace, 'sans'),
    badge: choice(own.get('badge'), defaultSettings.badge, 'off'),
    grant: choice(own.get('grant'), defaultSettings.grant, 'all'),
    rsshub: addressFrom(own.get('rsshub'), defaultSettings.rsshub),
    markReadOnOpen: typeof markReadOnOpen === 'boolean' ? markReadOnOpen : defaultSettings.markReadOnOpen,
  };
}

export async function getSettings(): Promise<Settings> {
  return settingsFrom(await readValue('local', key));
}

/** Changes some settings and leaves the others. */
export async function saveSettings(changed: Partial<Settings>): Promise<void> {
  await writeValue('local', key, { ...(await getSettings()), ...changed });
}

/** Calls back whenever any page changes a setting; gives the function that stops it. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  return watchValue('local', key, (value) => onChange(settingsFrom(value)));
}
