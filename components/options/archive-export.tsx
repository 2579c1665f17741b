import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { feedName } from '../../utils/model/feed';
import type { ExportScope } from '../shared/articles-to-export';
import { cancelExport, exportArticles, exporting } from '../shared/exporting';
import { feeds } from '../shared/feeds-state';
import { FetchChoice, FormatChoice } from '../shared/format-choice';
import type { Format } from '../shared/formats';
import { Icon } from '../shared/icon';
import { formatNumber } from '../shared/locale';
import { Meter } from '../shared/meter';

function scopeOf(value: string): ExportScope {
  return value === 'all' || value === 'starred' ? value : Number(value);
}

function ScopeChoice({ scope, onChoose }: { scope: ExportScope; onChoose: (scope: ExportScope) => void }) {
  return (
    <select
      aria-label={t('exportWhat')}
      value={String(scope)}
      onChange={(event) => onChoose(scopeOf(event.currentTarget.value))}
    >
      <option value="all">{t('viewAll')}</option>
      <option value="starred">{t('viewStarred')}</option>
      <optgroup label={t('sectionFeeds')}>
        {feeds.value.map((feed) => (
          <option key={feed.id} value={String(feed.id)}>
            {feedName(feed)}
          </option>
        ))}
      </optgroup>
    </select>
  );
}

/** Articles out of the reader, as files that are read without it. */
export function ArchiveExport() {
  const [scope, setScope] = useState<ExportScope>('all');
  const [format, setFormat] = useState<Format>('record');
  const [fetching, setFetching] = useState(false);
  const now = exporting.value;
  return (
    <section class="archive-part">
      <h2>{t('archiveOut')}</h2>
      <p class="lead">{t('archiveOutText')}</p>
      <div class="exchange">
        <ScopeChoice scope={scope} onChoose={setScope} />
        <FormatChoice format={format} onChoose={setFormat} />
        <button
          type="button"
          class="button"
          aria-disabled={now !== null}
          onClick={() => void exportArticles(scope, format, fetching)}
        >
          <Icon name="download" />
          {t('exportArticles')}
        </button>
        <FetchChoice format={format} fetching={fetching} onChange={setFetching} />
        {now && (
          <Meter
            spoken={t('exportArticles')}
            label={t('exportRunning', [formatNumber(now.done), formatNumber(now.total)])}
            done={now.done}
            total={now.total}
            onCancel={cancelExport}
          />
        )}
      </div>
    </section>
  );
}
