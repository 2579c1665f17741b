import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { cancelExport, exportArticles, exporting } from '../shared/exporting';
import { FetchChoice, FormatChoice, formats } from '../shared/format-choice';
import type { Format } from '../shared/formats';
import { countWords, formatNumber } from '../shared/locale';
import { Meter } from '../shared/meter';
import { type ExportWish, exportWish } from './export-wish';

const place = 'exportFormat';

/** The format that was chosen last. */
const usualFormat = (): Format => formats.find((one) => one === localStorage.getItem(place)) ?? 'page';

function close(): void {
  exportWish.value = null;
}

interface FormProps {
  ids: readonly number[] | null;
  onExport: (format: Format, complete: boolean) => void;
}

function ExportForm({ ids, onExport }: FormProps) {
  const [format, setFormat] = useState(usualFormat);
  const [fetching, setFetching] = useState(false);
  const ready = ids !== null && ids.length > 0;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!ready) return;
    localStorage.setItem(place, format);
    onExport(format, fetching);
  };
  return (
    <form class="node-form" onSubmit={onSubmit}>
      <FormatChoice format={format} onChoose={setFormat} />
      <FetchChoice format={format} fetching={fetching} onChange={setFetching} />
      <div class="node-actions">
        <span class="space" />
        <button type="button" class="button" onClick={close}>
          {t('cancel')}
        </button>
        <button type="submit" class="button primary" aria-disabled={!ready}>
          {t('exportShort')}
        </button>
      </div>
    </form>
  );
}

function Running() {
  const now = exporting.value;
  if (!now) return null;
  const label = t('exportRunning', [formatNumber(now.done), formatNumber(now.total)]);
  return (
    <Meter
      spoken={t('exportArticles')}
      label={label}
      done={now.done}
      total={now.total}
      onCancel={cancelExport}
    />
  );
}

/** The ids of what is wished for; null until they are known. What cannot be read counts as nothing. */
function useIds({ list }: ExportWish): readonly number[] | null {
  const [ids, setIds] = useState<readonly number[] | null>(null);
  useEffect(() => void list().then(setIds, () => setIds([])), [list]);
  return ids;
}

/** Articles of a list out of the reader: what kind of file, how far it is, and the way to stop it. */
export function ExportDialog({ wish }: { wish: ExportWish }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const ids = useIds(wish);
  useEffect(() => dialog.current?.showModal(), []);
  const run = (format: Format, complete: boolean) =>
    void exportArticles({ ids: ids ?? [], name: wish.name }, format, complete).then(close);
  const onClose = () => {
    cancelExport();
    close();
  };
  return (
    <dialog ref={dialog} class="node-dialog export-dialog" aria-labelledby="export-title" onClose={onClose}>
      <h2 id="export-title">{t('exportArticles')}</h2>
      <p class="quiet">
        <bdi>{wish.name}</bdi>
        {ids && ` · ${countWords('articles', ids.length)}`}
      </p>
      {exporting.value ? <Running /> : <ExportForm ids={ids} onExport={run} />}
    </dialog>
  );
}
