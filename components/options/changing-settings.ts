import {
  type AllSettings,
  type SettingChange,
  type SettingName,
  settingChanges,
} from '../../utils/backup/settings-file';
import { getListening, saveListening } from '../../utils/browser/listening-choices';
import { askToNotify, stopNotifying } from '../../utils/browser/notifications';
import { requestProxyData } from '../../utils/browser/proxy-permission';
import { getRetention, saveRetention } from '../../utils/browser/retention';
import { getSettings } from '../../utils/browser/settings';
import { t } from '../../utils/browser/text';
import { defaultListening } from '../../utils/model/listening';
import { defaultRetention } from '../../utils/model/retention';
import { defaultSettings, type Settings } from '../../utils/model/settings';
import { sentences } from '../shared/locale';
import { changeSettings, settings } from '../shared/settings-state';
import { toast } from '../shared/toasts';
import { settingTitle } from './settings-words';

/** As they are before the reader chooses anything. */
export const usualSettings: AllSettings = {
  settings: defaultSettings,
  retention: defaultRetention,
  listening: defaultListening,
};

/** As the reader has them now. */
export async function currentSettings(): Promise<AllSettings> {
  const [own, retention, listening] = await Promise.all([getSettings(), getRetention(), getListening()]);
  return { settings: own, retention, listening };
}

/**
 * What of `next` the browser lets us have: it is asked for what needs its permission, which it allows only straight in a
 * click. Gives back what is no longer needed.
 */
async function permitted(next: Settings): Promise<{ allowed: Settings; refusals: string[] }> {
  const before = settings.value;
  const addsProxy = next.imageProxies.some((template) => !before.imageProxies.includes(template));
  const [mayNotify, mayTell] = await Promise.all([
    next.notifications && !before.notifications ? askToNotify() : true,
    addsProxy ? requestProxyData() : true,
  ]);
  if (before.notifications && !next.notifications) await stopNotifying();
  return {
    allowed: {
      ...next,
      notifications: next.notifications && mayNotify,
      imageProxies: mayTell ? next.imageProxies : before.imageProxies,
    },
    refusals: [...(mayNotify ? [] : [t('notifyRefused')]), ...(mayTell ? [] : [t('imageProxyDenied')])],
  };
}

type Values = ReadonlyMap<SettingName, unknown>;

/** Those values that are of this part of all settings. */
function valuesOf<T extends object>(part: T, values: Values): Partial<T> {
  return Object.fromEntries([...values].filter(([name]) => Object.hasOwn(part, name))) as Partial<T>;
}

/** Only these are written: another page may have changed others by now. Call it in a click. */
async function put(values: Values): Promise<string[]> {
  const own = valuesOf(defaultSettings, values);
  const { allowed, refusals } = await permitted({ ...settings.value, ...own });
  const change = Object.fromEntries(Object.entries(allowed).filter(([name]) => Object.hasOwn(own, name)));
  if (Object.keys(change).length > 0) await changeSettings(change);
  const retention = valuesOf(defaultRetention, values);
  if (Object.keys(retention).length > 0) await saveRetention({ ...(await getRetention()), ...retention });
  const listening = valuesOf(defaultListening, values);
  if (Object.keys(listening).length > 0) await saveListening(listening);
  return refusals;
}

/** Puts back what still is as these changes left it. Call it in a click. */
async function takeBack(changes: readonly SettingChange[]): Promise<void> {
  const before = (current: object): Values => {
    const now = new Map(Object.entries(current));
    const left = changes.filter(({ name, to }) => JSON.stringify(now.get(name)) === JSON.stringify(to));
    return new Map(left.map(({ name, from }) => [name, from]));
  };
  // those for which the browser may ask come first, straight in the click
  await put(before(settings.value));
  const { retention, listening } = await currentSettings();
  await put(before({ ...retention, ...listening }));
}

/** Changes what differs between `before` and `next`, tells so by `words`, and offers to take that back. Call it in a click. */
export async function putSettings(next: AllSettings, before: AllSettings, words: string): Promise<void> {
  const changes = settingChanges(before, next);
  const refusals = await put(new Map(changes.map(({ name, to }) => [name, to])));
  const undo = { label: t('undo'), run: () => void takeBack(changes) };
  toast(sentences([words, ...refusals]), { action: undo });
}

/** `current` with the usual values for these settings. */
function withUsual(current: AllSettings, names: readonly SettingName[]): AllSettings {
  const changes = settingChanges(current, usualSettings).filter(({ name }) => names.includes(name));
  const usual = new Map(changes.map(({ name, to }) => [name, to]));
  const of = <T extends object>(part: T): T => ({ ...part, ...valuesOf(part, usual) });
  return {
    settings: of(current.settings),
    retention: of(current.retention),
    listening: of(current.listening),
  };
}

/** Gives settings their usual values, with undo. `current` is known already, so that the click is still one. */
export function resetSettings(current: AllSettings, names: readonly SettingName[]): Promise<void> {
  const [only] = names;
  const words = names.length === 1 && only ? t('settingReset', [settingTitle(only)]) : t('settingsReset');
  return putSettings(withUsual(current, names), current, words);
}
