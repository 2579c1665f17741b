import { useEffect, useState } from 'preact/hooks';
import { type Generation, generations, type Snapshots } from '../../utils/backup/generations';
import { readSnapshots } from '../../utils/browser/snapshots';
import { t } from '../../utils/browser/text';
import { uiLanguage } from '../shared/locale';
import { exactTime } from '../shared/time-words';
import { openBackup } from './restoring';

function Line({ generation, snapshots }: { generation: Generation; snapshots: Snapshots }) {
  const snapshot = snapshots[generation];
  if (!snapshot) return null;
  const time = exactTime(snapshot.at, uiLanguage());
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
  useEffect(() => {
    void readSnapshots().then(setSnapshots, () => setSnapshots({}));
  }, []);
  return (
    <section class="archive-part">
      <h2>{t('backupAuto')}</h2>
      <p class="lead">{t('backupAutoText')}</p>
      {snapshots &&
        (snapshots.latest ? (
          <ul class="snapshots">
            {generations.map((generation) => (
              <Line key={generation} generation={generation} snapshots={snapshots} />
            ))}
          </ul>
        ) : (
          <p class="quiet">{t('backupNone')}</p>
        ))}
    </section>
  );
}
