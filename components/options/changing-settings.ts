import { type AllSettings, type SettingName, settingChanges } from '../../utils/backup/settings-file';
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

async function put(next: AllSettings): Promise<string[]> {
  const { allowed, refusals } = await permitted(next.settings);
  changeSettings(allowed);
  await saveRetention(next.retention);
  await saveListening(next.listening);
  return refusals;
}

/** Makes all settings what `next` says, tells so by `words`, and offers to put back what `before` says. Call it in a click. */
export async function putSettings(next: AllSettings, before: AllSettings, words: string): Promise<void> {
  const refusals = await put(next);
  toast(sentences([words, ...refusals]), { action: { label: t('undo'), run: () => void put(before) } });
}

/** `current` with the usual values for these settings. */
function withUsual(current: AllSettings, names: readonly SettingName[]): AllSettings {
  const values = settingChanges(current, usualSettings).filter(({ name }) => names.includes(name));
  const usual = Object.fromEntries(values.map(({ name, to }) => [name, to]));
  const of = <T extends object>(part: T): T => ({
    ...part,
    ...Object.fromEntries(Object.entries(usual).filter(([name]) => Object.hasOwn(part, name))),
  });
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
