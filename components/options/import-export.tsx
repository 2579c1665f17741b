import { signal } from '@preact/signals';
import { t } from '../../utils/browser/text';
import type { ImportReport } from '../../utils/model/outline';
import { Icon } from '../shared/icon';
import { countWords } from '../shared/locale';
import { perform } from '../shared/perform';
import { toast } from '../shared/toasts';

const report = signal<ImportReport | null>(null);
const busy = signal(false);

async function importFile(input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  busy.value = true;
  report.value = await perform('importOpml', { text: await file.text() });
  busy.value = false;
  // So that the same file can be chosen again.
  input.value = '';
}

/** A file of the reader's own making: nothing goes anywhere. */
function download(text: string): void {
  const link = document.createElement('a');
  const url = URL.createObjectURL(new Blob([text], { type: 'text/x-opml' }));
  link.href = url;
  link.download = `broadsheet-${new Date().toISOString().slice(0, 10)}.opml`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function exportFile(): Promise<void> {
  const done = await perform('exportOpml', {});
  if (done === null) return;
  download(done.text);
  toast(countWords('exported', done.feeds));
}

function Refused({ refused }: { refused: ImportReport['refused'] }) {
  if (refused.length === 0) return null;
  return (
    <details>
      <summary>{countWords('importRefused', refused.length)}</summary>
      <ul>
        {refused.map(({ title, url, reason }) => (
          <li key={url}>
            {title || url} · {reason === 'address-private' ? t('refusedPrivate') : t('refusedInvalid')}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Report({ done }: { done: ImportReport }) {
  const parts = [countWords('imported', done.added)];
  if (done.alreadyThere > 0) parts.push(countWords('importedBefore', done.alreadyThere));
  if (done.folders > 0) parts.push(countWords('importedFolders', done.folders));
  return (
    <div class="import-report">
      <p>{parts.join(' · ')}</p>
      <Refused refused={done.refused} />
    </div>
  );
}

/** Subscriptions in and out, in the form that every feed reader understands. */
export function ImportExport() {
  return (
    <div class="exchange">
      <label class="button file">
        <Icon name="upload" />
        <span>{t('importOpml')}</span>
        <input
          type="file"
          accept=".opml,.xml,text/x-opml,text/xml,application/xml"
          disabled={busy.value}
          onChange={(event) => void importFile(event.currentTarget)}
        />
      </label>
      <button type="button" class="button" onClick={() => void exportFile()}>
        <Icon name="download" />
        {t('exportOpml')}
      </button>
      <div role="status" aria-live="polite">
        {report.value && <Report done={report.value} />}
      </div>
    </div>
  );
}
