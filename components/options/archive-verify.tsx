import { signal } from '@preact/signals';
import type { SourceFile } from '../../utils/archive/gather';
import type { Difference, Verified } from '../../utils/archive/verify';
import { type TextKey, t } from '../../utils/browser/text';
import { download } from '../shared/download';
import { countWords, formatNumber, uiLanguage } from '../shared/locale';
import { exactTime } from '../shared/time-words';
import { FileChooser } from './file-chooser';

const verified = signal<Verified | null>(null);
/** Files read so far; null while none is being read. */
const reading = signal<number | null>(null);

/** More names than anyone reads only make the page slow. */
const namesShown = 500;

const kinds: Record<Difference['kind'], TextKey> = {
  changed: 'fileChanged',
  missing: 'fileMissing',
  added: 'fileAdded',
  unreadable: 'refusedUnreadable',
};

async function verify(files: SourceFile[]): Promise<void> {
  verified.value = null;
  reading.value = 0;
  const [{ presentFiles }, { verifyArchive }] = await Promise.all([
    import('../../utils/archive/present-files'),
    import('../../utils/archive/verify'),
  ]);
  verified.value = await verifyArchive(presentFiles(files), (count) => {
    reading.value = count;
  });
  reading.value = null;
}

/** Every difference on a line of its own, in a file. */
function saveAll(differences: readonly Difference[]): void {
  const lines = differences.map(({ path, kind, link }) => [path, t(kinds[kind]), link].join('\t'));
  download('differences.txt', new Blob([`${lines.join('\n')}\n`], { type: 'text/plain;charset=utf-8' }));
}

function Differences({ differences }: Pick<Verified, 'differences'>) {
  return (
    <ul>
      {differences.slice(0, namesShown).map(({ path, kind, link }) => (
        <li key={`${kind} ${path}`}>
          <span dir="auto">{path}</span> · {t(kinds[kind])}
          {link && link !== path && <span class="of quiet">{link}</span>}
        </li>
      ))}
      {differences.length > namesShown && (
        <li>
          {t('andMore', [formatNumber(differences.length - namesShown)])}{' '}
          <button type="button" class="link-button" onClick={() => saveAll(differences)}>
            {t('saveList')}
          </button>
        </li>
      )}
    </ul>
  );
}

function Result({ result: { manifest, same, differences } }: { result: Verified }) {
  if (manifest === null) return <p class="bad">{t('noManifest')}</p>;
  const made = Date.parse(manifest.createdAt);
  return (
    <div class="import-report">
      <p>
        {countWords('filesSame', same)}
        {Number.isFinite(made) && ` · ${t('archiveOf', [exactTime(made, uiLanguage())])}`}
      </p>
      {differences.length > 0 && <p class="bad">{countWords('filesDiffer', differences.length)}</p>}
      <Differences differences={differences} />
    </div>
  );
}

/** Whether an archive is still what was exported: every file is compared with the manifest, on this machine. */
export function ArchiveVerify() {
  const busy = reading.value !== null;
  return (
    <section class="archive-part">
      <h2>{t('archiveCheck')}</h2>
      <p class="lead">{t('archiveCheckText')}</p>
      <div class="exchange">
        <FileChooser
          label={t('verifyZip')}
          accept=".zip,.epub,.html,.json"
          disabled={busy}
          onChoose={(files) => void verify(files)}
        />
        <FileChooser
          label={t('verifyFolder')}
          folder
          disabled={busy}
          onChoose={(files) => void verify(files)}
        />
        <div role="status" aria-live="polite">
          {busy && <p>{countWords('filesRead', reading.value ?? 0)}</p>}
          {verified.value && <Result result={verified.value} />}
        </div>
      </div>
    </section>
  );
}
