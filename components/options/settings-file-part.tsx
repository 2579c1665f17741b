import { type SettingsFault, settingChanges } from '../../utils/backup/settings-file';
import { type TextKey, t } from '../../utils/browser/text';
import { Icon } from '../shared/icon';
import { countWords, uiLanguage } from '../shared/locale';
import { exactTime } from '../shared/time-words';
import { ChangedSettings } from './changed-settings';
import { FileChooser } from './file-chooser';
import { SettingChangeList } from './setting-change-list';
import {
  closeSettingsFile,
  openedSettings,
  openSettingsFile,
  type ReadSettings,
  saveSettingsFile,
  takeSettings,
} from './settings-file-state';
import { settingTitle } from './settings-words';

const faults: Record<SettingsFault, TextKey> = {
  notJson: 'settingsNotJson',
  backup: 'settingsIsBackup',
  notSettings: 'settingsNotOurs',
  newer: 'settingsNewer',
  empty: 'settingsEmpty',
};

function Cancel({ words }: { words: TextKey }) {
  return (
    <button type="button" class="button small" onClick={closeSettingsFile}>
      {t(words)}
    </button>
  );
}

/** What the opened file would change, what of it cannot be taken, and the choice. */
function Preview({ opened }: { opened: ReadSettings }) {
  const { before, read } = opened;
  const changes = settingChanges(before, read.next);
  const list = new Intl.ListFormat(uiLanguage(), { type: 'unit' });
  return (
    <div class="import-report">
      {read.writtenAt !== null && <p>{t('settingsOf', [exactTime(read.writtenAt, uiLanguage())])}</p>}
      <p>{changes.length === 0 ? t('settingsSame') : countWords('settingsChange', changes.length)}</p>
      <SettingChangeList changes={changes} />
      {read.refused.length > 0 && (
        <p class="bad">{t('settingsRefused', [list.format(read.refused.map(settingTitle))])}</p>
      )}
      {read.unknown.length > 0 && <p>{t('settingsUnknown', [list.format(read.unknown.slice(0, 20))])}</p>}
      <p class="report-actions">
        {changes.length > 0 && (
          <button type="button" class="button small primary" onClick={() => void takeSettings()}>
            {t('settingsTake')}
          </button>
        )}
        <Cancel words={changes.length > 0 ? 'cancel' : 'close'} />
      </p>
    </div>
  );
}

function Opened() {
  const opened = openedSettings.value;
  if (!opened) return null;
  if ('read' in opened) return <Preview opened={opened} />;
  return (
    <div class="import-report">
      <p class="bad">{t(faults[opened.fault])}</p>
      <p>{t('settingsUntouched')}</p>
      <p class="report-actions">
        <Cancel words="close" />
      </p>
    </div>
  );
}

/** The settings as a file of their own, in and out, and what the reader has changed of them. */
export function SettingsFilePart() {
  return (
    <section class="archive-part" aria-labelledby="settings-file">
      <h2 id="settings-file">{t('settingsFileTitle')}</h2>
      <p class="lead">{t('settingsFileText')}</p>
      <div class="exchange settings-exchange">
        <button type="button" class="button" onClick={() => void saveSettingsFile()}>
          <Icon name="download" />
          {t('saveSettings')}
        </button>
        <FileChooser
          label={t('chooseSettings')}
          accept=".json,application/json"
          disabled={false}
          onChoose={([file]) => file && void openSettingsFile(file)}
        />
        <div role="status" aria-live="polite">
          <Opened />
        </div>
      </div>
      <ChangedSettings />
    </section>
  );
}
