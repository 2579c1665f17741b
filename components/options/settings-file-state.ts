import { signal } from '@preact/signals';
import {
  type AllSettings,
  readSettingsFile,
  type SettingsFault,
  type SettingsRead,
  writeSettingsFile,
} from '../../utils/backup/settings-file';
import { settingsFrom } from '../../utils/browser/settings';
import { t } from '../../utils/browser/text';
import { download } from '../shared/download';
import { toast } from '../shared/toasts';
import { currentSettings, putSettings } from './changing-settings';

/** A file that was read, and the settings as they were then. */
export interface ReadSettings {
  before: AllSettings;
  read: SettingsRead;
}

/** More than a file of settings can have, in whatever signs. */
const mostBytes = 1_000_000;

/** null while none is chosen. */
export const openedSettings = signal<ReadSettings | { fault: SettingsFault } | null>(null);

/** Saves all settings as a file. */
export async function saveSettingsFile(): Promise<void> {
  const text = writeSettingsFile(await currentSettings(), Date.now());
  const name = `broadsheet-${new Date().toISOString().slice(0, 10)}.settings.json`;
  download(name, new Blob([text], { type: 'application/json' }));
  toast(t('settingsSaved'));
}

/** Reads a file of settings and shows what it would change; nothing is changed yet. */
export async function openSettingsFile(file: Blob): Promise<void> {
  const before = await currentSettings();
  // of a file that is far too long, its beginning says whether it is a backup
  const text = await file
    .slice(0, mostBytes)
    .text()
    .catch(() => '');
  const read = readSettingsFile(text, before, settingsFrom);
  openedSettings.value = typeof read === 'string' ? { fault: read } : { before, read };
}

export function closeSettingsFile(): void {
  openedSettings.value = null;
}

/** Makes the settings what the opened file says. Call it in a click. */
export async function takeSettings(): Promise<void> {
  const opened = openedSettings.value;
  if (!opened || !('read' in opened)) return;
  closeSettingsFile();
  await putSettings(opened.read.next, opened.before, t('settingsTaken'));
}
