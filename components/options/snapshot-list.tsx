import { useEffect, useState } from 'preact/hooks';
import { type Generation, type Snapshots, shelved } from '../../utils/backup/generations';
import { readSnapshots } from '../../utils/browser/snapshots';
import { t } from '../../utils/browser/text';
import { uiLanguage } from '../shared/locale';
import { exactTime } from '../shared/time-words';
import { openBackup, restoring, takeBackRestore } from './restoring';

function Line({ generation, snapshots }: { generation: Generation; snapshots: Snapshots }) {
  const snapshot = snapshots[generation];
  if (!snapshot) return null;
  const time = exactTime(snapshot.at, uiLanguage());
  if (generation === 'before')
    return (
      <li>
        <span>{t('backupBefore', [time])}</span>
        <button type="button" class="button small" onClick={() => void takeBackRestore()}>
          {t('restoreTakeBack')}
        </button>
      </li>
    );
  return (
    <li>
      <span>{time}</span>
      <button type="button" class="button small" onClick={() => void openBackup(new Blob([snapshot.text]))}>
        <span class="visually-hidden">{time}: </span>
        {t('restoreThis')}
      </button>
    </li>
  );
}

/** The backups that are made without being asked for. */
export function SnapshotList() {
  const [snapshots, setSnapshots] = useState<Snapshots | null>(null);
  const isAtRest = restoring.value === null;
  useEffect(() => {
    if (isAtRest) void readSnapshots().then(setSnapshots, () => setSnapshots({}));
  }, [isAtRest]);
  return (
    <section class="archive-part">
      <h2>{t('backupAuto')}</h2>
      <p class="lead">{t('backupAutoText')}</p>
      {snapshots &&
        (snapshots.latest || snapshots.before ? (
          <ul class="snapshots">
            {shelved.map((generation) => (
              <Line key={generation} generation={generation} snapshots={snapshots} />
            ))}
          </ul>
        ) : (
          <p class="quiet">{t('backupNone')}</p>
        ))}
    </section>
  );
}
