import { kept, writeElsewhere } from './extension-stand-in';
import '../../components/shared/tokens.css';
import { beforeEach, expect, test } from 'vitest';
import { openSettingsFile, takeSettings } from '../../components/options/settings-file-state';
import {
  changeSettings,
  settings,
  settingsRead,
  startSettings,
} from '../../components/shared/settings-state';
import { toasts } from '../../components/shared/toasts';
import { getRetention } from '../../utils/browser/retention';
import { getSettings, saveSettings } from '../../utils/browser/settings';
import { defaultSettings } from '../../utils/model/settings';

startSettings();

beforeEach(async () => {
  kept.clear();
  toasts.value = [];
  await writeElsewhere('settings', defaultSettings);
});

const file = (parts: object) =>
  new Blob([JSON.stringify({ broadsheet: 'settings', version: 1, ...parts })], { type: 'application/json' });

test('a change is on its way before the page can be closed', async () => {
  await settingsRead();
  const changed = changeSettings({ theme: 'dark' });
  expect(kept.get('settings')).toMatchObject({ theme: 'dark' });
  await changed;
  expect(await getSettings()).toEqual({ ...defaultSettings, theme: 'dark' });
});

test('settings that are changed at the same time are all kept', async () => {
  await Promise.all([
    changeSettings({ theme: 'dark' }),
    changeSettings({ textSize: 21 }),
    saveSettings({ badge: 'off' }),
    changeSettings({ keys: { open: ['y'] } }),
  ]);
  const all = { theme: 'dark', textSize: 21, badge: 'off', keys: { open: ['y'] } };
  expect(await getSettings()).toMatchObject(all);
  expect(settings.value).toMatchObject(all);
});

test('a file of settings changes what it says alone, and so does its undoing', async () => {
  const { bodyDays } = await getRetention();
  await openSettingsFile(file({ settings: { theme: 'sepia', textSize: 20 }, retention: { bodyDays: 9 } }));
  // while the reader looks at what it would change, and while the undo is still offered
  await writeElsewhere('settings', { ...defaultSettings, badge: 'off' });
  await takeSettings();
  expect(await getSettings()).toMatchObject({ theme: 'sepia', textSize: 20, badge: 'off' });
  expect((await getRetention()).bodyDays).toBe(9);
  await changeSettings({ articleWidth: 'wide', textSize: 24 });
  toasts.value[0]?.action?.run();
  await expect.poll(async () => (await getRetention()).bodyDays).toBe(bodyDays);
  expect(await getSettings()).toEqual({
    ...defaultSettings,
    badge: 'off',
    articleWidth: 'wide',
    textSize: 24,
  });
});

test('a file that goes on without end is no file of settings, and is not read to its end', async () => {
  let read = 0;
  class Endless extends Blob {
    override slice(from?: number, to?: number) {
      read = (to ?? Number.POSITIVE_INFINITY) - (from ?? 0);
      return super.slice(from, to);
    }
    override text(): Promise<string> {
      throw new Error('read to its end');
    }
  }
  await openSettingsFile(
    new Endless([`{"broadsheet":"settings","version":1,"x":"${'x'.repeat(2_000_000)}"}`]),
  );
  expect(read).toBeLessThan(2_000_000);
  await takeSettings();
  expect(await getSettings()).toEqual(defaultSettings);
});
