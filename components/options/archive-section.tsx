import { t } from '../../utils/browser/text';
import { ArchiveExport } from './archive-export';
import { ArchiveVerify } from './archive-verify';
import { OfflineRoom } from './offline-room';
import { RecordImport } from './record-import';
import { RetentionChoice } from './retention-choice';
import { Setting } from './setting';

const keepNames = ['bodyDays', 'rowDays', 'maxRows', 'keepUnread', 'keepStarred'] as const;

/** What is kept of articles and for how long, and articles in and out as files of the reader's own. */
export function ArchiveSection() {
  return (
    <>
      <h1>{t('sectionArchive')}</h1>
      <Setting id="keep" names={keepNames}>
        <RetentionChoice />
      </Setting>
      <OfflineRoom />
      <Setting id="in">
        <RecordImport />
      </Setting>
      <Setting id="out">
        <ArchiveExport />
      </Setting>
      <Setting id="check">
        <ArchiveVerify />
      </Setting>
    </>
  );
}
