import { useState } from 'preact/hooks';
import { openReader } from '../../utils/browser/tabs';
import { type TextKey, t } from '../../utils/browser/text';
import { countWords, formatNumber, sentences } from '../shared/locale';
import { Meter } from '../shared/meter';
import { perform } from '../shared/perform';
import { problemWords } from '../shared/problem-words';
import { toast } from '../shared/toasts';
import { FileChooser } from './file-chooser';
import { cancelImport, type Importing, importFiles, importing } from './importing';

const reasons: Record<Importing['refused'][number]['reason'], TextKey> = {
  empty: 'refusedEmpty',
  'not-a-record': 'refusedNotRecord',
  'too-big': 'refusedTooBig',
  'other-text': 'refusedOtherText',
  unreadable: 'refusedUnreadable',
  'path-unsafe': 'refusedPath',
};

/** More names than anyone reads only make the page slow. */
const namesShown = 200;
/** So few are seen without asking. */
const fewNames = 5;

async function undo(importId: number): Promise<void> {
  const done = await perform('undoImport', { importId });
  if (done === null) return;
  importing.value = null;
  toast(countWords('importUndone', done.removed));
}

function Refused({ refused }: Pick<Importing, 'refused'>) {
  if (refused.length === 0) return null;
  return (
    <details open={refused.length <= fewNames}>
      <summary>{countWords('recordsRefused', refused.length)}</summary>
      <ul>
        {refused.slice(0, namesShown).map(({ name, reason }, index) => (
          <li key={`${index} ${name}`}>
            <span dir="auto">{name}</span> · {t(reasons[reason])}
          </li>
        ))}
        {refused.length > namesShown && <li>{t('andMore', [formatNumber(refused.length - namesShown)])}</li>}
      </ul>
    </details>
  );
}

function Report({ now }: { now: Importing }) {
  const parts = [countWords('recordsAdded', now.added)];
  if (now.alreadyThere > 0) parts.push(countWords('recordsBefore', now.alreadyThere));
  if (now.state === 'cancelled') parts.push(t('importCancelled'));
  const words = now.problem && problemWords(now.problem);
  return (
    <div class="import-report">
      {words && <p class="bad">{sentences([words.what, words.todo])}</p>}
      <p>{parts.join(' · ')}</p>
      <Refused refused={now.refused} />
      {now.added > 0 && now.state !== 'running' && (
        <p class="report-actions">
          <button type="button" class="button small" onClick={() => void openReader('/all')}>
            {t('showArticles')}
          </button>
          <button type="button" class="button small" onClick={() => void undo(now.importId)}>
            {t('undo')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Articles that were kept as files, back into the reader. */
export function RecordImport() {
  const [read, setRead] = useState(false);
  const now = importing.value;
  const busy = now?.state === 'running';
  return (
    <section class="archive-part">
      <h2>{t('archiveIn')}</h2>
      <p class="lead">{t('archiveInText')}</p>
      <div class="exchange">
        <FileChooser
          label={t('importRecords')}
          accept=".md,.markdown,.txt,.html,.htm,.zip"
          disabled={busy}
          onChoose={(files) => void importFiles(files, read)}
        />
        <FileChooser
          label={t('importFolder')}
          folder
          disabled={busy}
          onChoose={(files) => void importFiles(files, read)}
        />
        <label class="check">
          <input type="checkbox" checked={read} onChange={(event) => setRead(event.currentTarget.checked)} />
          <span>{t('importAsRead')}</span>
        </label>
        {busy && (
          <Meter label={t('importRunning')} done={now.done} total={now.total} onCancel={cancelImport} />
        )}
        <div role="status" aria-live="polite">
          {now && <Report now={now} />}
        </div>
      </div>
    </section>
  );
}
