import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';

/** Loaded when it is opened: who comes for a feed's address does not wait for it. */
export function BackupSection() {
  const [Parts, setParts] = useState<ComponentType | null>(null);
  useEffect(() => {
    void import('./backup-parts').then(({ BackupParts }) => setParts(() => BackupParts));
  }, []);
  return (
    <>
      <h1>{t('sectionBackup')}</h1>
      {Parts && <Parts />}
    </>
  );
}
