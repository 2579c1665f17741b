import { t } from '../../utils/browser/text';
import { Icon } from '../shared/icon';
import { formatNumber } from '../shared/locale';
import { Meter } from '../shared/meter';
import { backingUp, cancelBackup, saveBackup } from './backing-up';
import { FileChooser } from './file-chooser';
import { RestorePreviewPanel } from './restore-preview';
import { openBackup, restoring } from './restoring';
import { Setting } from './setting';
import { SettingsFilePart } from './settings-file-part';
import { SnapshotList } from './snapshot-list';

function SaveBackup() {
  const now = backingUp.value;
  return (
    <section class="archive-part">
      <h2>{t('backupOut')}</h2>
      <p class="lead">{t('backupOutText')}</p>
      <div class="exchange">
        <button type="button" class="button" aria-disabled={now !== null} onClick={() => void saveBackup()}>
          <Icon name="download" />
          {t('saveBackup')}
        </button>
        {now && (
          <Meter
            spoken={t('saveBackup')}
            label={t('exportRunning', [formatNumber(now.done), formatNumber(now.total)])}
            done={now.done}
            total={now.total}
            onCancel={cancelBackup}
          />
        )}
      </div>
    </section>
  );
}

function RestoreBackup() {
  const open = ([file]: File[]) => {
    if (file) void openBackup(file);
  };
  return (
    <section class="archive-part">
      <h2>{t('backupIn')}</h2>
      <p class="lead">{t('backupInText')}</p>
      <div class="exchange">
        <FileChooser
          label={t('chooseBackup')}
          accept=".jsonl,.json,.txt"
          disabled={restoring.value !== null}
          onChoose={open}
        />
      </div>
      <div role="status" aria-live="polite">
        <RestorePreviewPanel />
      </div>
    </section>
  );
}

/** All that is the reader's into a file and back, and what is put by without asking. */
export function BackupParts() {
  return (
    <>
      <Setting id="save">
        <SaveBackup />
      </Setting>
      <Setting id="restore">
        <RestoreBackup />
      </Setting>
      <Setting id="auto">
        <SnapshotList />
      </Setting>
      <Setting id="file">
        <SettingsFilePart />
      </Setting>
    </>
  );
}
