import { t } from '../../utils/browser/text';
import type { ImportReport } from '../../utils/model/outline';
import { countWords, formatNumber } from '../shared/locale';

/** More lines than anyone reads only make the page slow. */
const linesShown = 200;
/** So few are seen without asking. */
const fewLines = 5;

function Lines({ summary, lines }: { summary: string; lines: readonly string[] }) {
  return (
    <details open={lines.length <= fewLines}>
      <summary>{summary}</summary>
      <ul>
        {lines.slice(0, linesShown).map((line, index) => (
          <li key={`${index} ${line}`} dir="auto">
            {line}
          </li>
        ))}
        {lines.length > linesShown && <li>{t('andMore', [formatNumber(lines.length - linesShown)])}</li>}
      </ul>
    </details>
  );
}

function Merged({ merged }: Pick<ImportReport, 'merged'>) {
  if (merged.length === 0) return null;
  const lines = merged.map(({ url, into }) => t('mergedInto', [url, into]));
  return <Lines summary={countWords('importMerged', merged.length)} lines={lines} />;
}

function Refused({ refused }: Pick<ImportReport, 'refused'>) {
  if (refused.length === 0) return null;
  const why = { 'address-private': t('refusedPrivate'), 'address-invalid': t('refusedInvalid') };
  const lines = refused.map(({ title, url, reason }) =>
    [title, url, why[reason]].filter((part) => part !== '').join(' · '),
  );
  return <Lines summary={countWords('importRefused', refused.length)} lines={lines} />;
}

/** What came of an import: what was added, was there, was twice in the file, and what was not taken and why. */
export function ImportReportView({ report }: { report: ImportReport }) {
  const parts = [countWords('imported', report.added)];
  if (report.alreadyThere > 0) parts.push(countWords('importedBefore', report.alreadyThere));
  if (report.folders > 0) parts.push(countWords('importedFolders', report.folders));
  return (
    <div class="import-report">
      <p>{parts.join(' · ')}</p>
      <Merged merged={report.merged} />
      <Refused refused={report.refused} />
    </div>
  );
}
