import { type BadgeColor, badgeColors } from '../model/badge';
import { defaultSettings, imagePolicies, type Settings } from '../model/settings';
import { readWebUrl } from '../text/address-url';
import { readValue, watchValue, writeValue } from './stored-value';

const key = 'settings';

const badgeColorNames = Object.keys(badgeColors) as BadgeColor[];

function choice<T extends string>(value: unknown, fallback: T, ...others: T[]): T {
  return [fallback, ...others].find((known) => known === value) ?? fallback;
}

/** An address, or '' where the reader wants none. */
function addressFrom(value: unknown, fallback: string): string {
  return typeof value === 'string' && (value === '' || readWebUrl(value)) ? value : fallback;
}

/** Earlier versions had `never`, when no image was kept. */
const imagesFrom = (value: unknown) => (value === 'never' ? 'cached' : value);

const mostProxies = 8;
const longestTemplate = 300;

/** What looks like the template of an image proxy; each is judged in full when it is used. */
function templatesFrom(value: unknown): string[] {
  const texts = (Array.isArray(value) ? value : []).filter(
    (one): one is string =>
      typeof one === 'string' && one.startsWith('https://') && one.length <= longestTemplate,
  );
  return [...new Set(texts)].slice(0, mostProxies);
}

const mostCommands = 100;
const mostKeys = 4;
/** `g u`, `Shift+ArrowDown` and the like. */
const longestKey = 24;

function keyList(value: unknown): string[] | null {
  if (!Array.isArray(value) || value.length > mostKeys) return null;
  const isKey = (one: unknown) => typeof one === 'string' && one.length > 0 && one.length <= longestKey;
  return value.every(isKey) ? value : null;
}

function keysFrom(value: unknown): Record<string, readonly string[]> {
  if (typeof value !== 'object' || value === null) return {};
  const kept = Object.entries(value)
    .slice(0, mostCommands)
    .flatMap(([command, given]) => {
      const keys = /^[a-z]{1,30}$/i.test(command) ? keyList(given) : null;
      return keys ? [[command, keys] as const] : [];
    });
  return Object.fromEntries(kept);
}

function roomFrom(value: unknown, fallback: number): number {
  return typeof value === 'number' && value >= 10 && value <= 100_000 ? value : fallback;
}

/** Takes what is valid of a stored value; every other field gets its default. */
export function settingsFrom(stored: unknown): Settings {
  const own = new Map(typeof stored === 'object' && stored !== null ? Object.entries(stored) : []);
  const size = own.get('textSize');
  const markReadOnOpen = own.get('markReadOnOpen');
  return {
    theme: choice(own.get('theme'), defaultSettings.theme, 'light', 'sepia', 'dark', 'black'),
    textSize: typeof size === 'number' && size >= 12 && size <= 32 ? size : defaultSettings.textSize,
    articleFace: choice(own.get('articleFace'), defaultSettings.articleFace, 'sans', 'system', 'kai'),
    articleWidth: choice(own.get('articleWidth'), defaultSettings.articleWidth, 'narrow', 'wide'),
    lineSpacing: choice(own.get('lineSpacing'), defaultSettings.lineSpacing, 'tight', 'loose'),
    chineseScript: choice(own.get('chineseScript'), defaultSettings.chineseScript, 'hans', 'hant'),
    badge: choice(own.get('badge'), defaultSettings.badge, 'new', 'off'),
    badgeColor: choice(own.get('badgeColor'), defaultSettings.badgeColor, ...badgeColorNames),
    notifications: own.get('notifications') === true,
    grant: choice(own.get('grant'), defaultSettings.grant, 'all'),
    rsshub: addressFrom(own.get('rsshub'), defaultSettings.rsshub),
    images: choice(imagesFrom(own.get('images')), defaultSettings.images, ...imagePolicies),
    imageProxies: templatesFrom(own.get('imageProxies')),
    keys: keysFrom(own.get('keys')),
    swipeRight: choice(own.get('swipeRight'), defaultSettings.swipeRight, 'star', 'none'),
    swipeLeft: choice(own.get('swipeLeft'), defaultSettings.swipeLeft, 'read', 'none'),
    offlineRoom: roomFrom(own.get('offlineRoom'), defaultSettings.offlineRoom),
    recentSearches: own.get('recentSearches') !== false,
    joinStories: own.get('joinStories') !== false,
    markReadOnOpen: typeof markReadOnOpen === 'boolean' ? markReadOnOpen : defaultSettings.markReadOnOpen,
  };
}

export async function getSettings(): Promise<Settings> {
  return settingsFrom(await readValue('local', key));
}

/**
 * Changes some settings and leaves the others: one change after the other, whichever pages make them. `whole`: all of them as
 * the page knows them, with the change. They are written at once, for what waits for a lock or an answer is lost where
 * the page is closed meanwhile; what another page changed in that moment is put right by it.
 */
export async function saveSettings(changed: Partial<Settings>, whole: Settings | null = null): Promise<void> {
  if (whole) await writeValue('local', key, whole);
  await navigator.locks.request(key, async () => {
    const stored = await getSettings();
    const next = { ...stored, ...changed };
    if (!whole || JSON.stringify(next) !== JSON.stringify(stored)) await writeValue('local', key, next);
  });
}

/** Calls back whenever any page changes a setting; gives the function that stops it. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  return watchValue('local', key, (value) => onChange(settingsFrom(value)));
}
