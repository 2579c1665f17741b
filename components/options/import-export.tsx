import { t } from '../../utils/browser/text';
import { download } from '../shared/download';
import { feeds } from '../shared/feeds-state';
import { Icon } from '../shared/icon';
import { lazyView } from '../shared/lazy-view';
import { countWords, sentences } from '../shared/locale';
import { perform } from '../shared/perform';
import { toast } from '../shared/toasts';
import { FirstCheck } from './first-check';
import { importOpmlFile, importReport, isImporting } from './opml-import';

const ImportReportView = lazyView(async () => (await import('./import-report')).ImportReportView);

function importFile(input: HTMLInputElement): void {
  const [file] = input.files ?? [];
  // So that the same file can be chosen again.
  input.value = '';
  if (file) void importOpmlFile(file);
}

async function exportFile(secrets: boolean): Promise<void> {
  const done = await perform('exportOpml', { secrets });
  if (done === null) return;
  const name = `broadsheet-${new Date().toISOString().slice(0, 10)}.opml`;
  download(name, new Blob([done.text], { type: 'text/x-opml' }));
  const words = [countWords('exported', done.feeds)];
  if (done.keyed > 0) words.push(countWords('exportedKeys', done.keyed));
  if (done.withheld === 0) return toast(sentences(words));
  toast(sentences([...words, countWords('withheld', done.withheld)]), {
    action: { label: t('exportSecrets'), run: () => void exportFile(true) },
  });
}

/** Chooses the file of another reader. */
export function OpmlButton() {
  return (
    <label class="button file">
      <Icon name="upload" />
      <span>{t('importOpml')}</span>
      <input
        type="file"
        accept=".opml,.xml,text/x-opml,text/xml,application/xml"
        disabled={isImporting.value}
        onChange={(event) => importFile(event.currentTarget)}
      />
    </label>
  );
}

/** Subscriptions in and out, in the form that every feed reader understands. */
export function ImportExport() {
  return (
    <div class="exchange">
      <OpmlButton />
      {feeds.value.length > 0 && (
        <button type="button" class="button" onClick={() => void exportFile(false)}>
          <Icon name="download" />
          {t('exportOpml')}
        </button>
      )}
      <div role="status" aria-live="polite">
        {isImporting.value ? (
          <p class="quiet">{t('opmlRunning')}</p>
        ) : (
          importReport.value && <ImportReportView report={importReport.value} />
        )}
      </div>
      {importReport.value && !isImporting.value && <FirstCheck />}
    </div>
  );
}
