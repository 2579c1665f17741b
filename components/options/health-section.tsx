import { useMemo, useState } from 'preact/hooks';
import { type TextKey, t } from '../../utils/browser/text';
import { listCadences } from '../../utils/db/cadences';
import { listStorageByFeed } from '../../utils/db/storage';
import { weekByHour } from '../../utils/schedule/cadence';
import { byteWords } from '../shared/byte-words';
import { now } from '../shared/clock';
import { feeds, feedsStatus, loadFeeds, sumCounts } from '../shared/feeds-state';
import { Icon } from '../shared/icon';
import { formatNumber, uiLanguage } from '../shared/locale';
import { RetryNote } from '../shared/retry-note';
import { StripLegend } from './check-strip';
import { uncheckedFeeds } from './first-check';
import { type Filter, filtered, type HealthRow, healthRow } from './health-order';
import { HealthTable } from './health-table';
import { HeatMap } from './heat-map';
import { place } from './place';
import { useLoaded } from './use-loaded';

const filters: readonly { filter: Filter; label: TextKey }[] = [
  { filter: 'all', label: 'filterAll' },
  { filter: 'failing', label: 'filterFailing' },
  { filter: 'stale', label: 'filterStale' },
  { filter: 'silent', label: 'filterSilent' },
];

/** The address names the filter, so that it can be linked to and gone back from. */
function currentFilter(): Filter {
  return filters.find(({ filter }) => filter === place.value.part)?.filter ?? 'all';
}

function Summary({ rows }: { rows: readonly HealthRow[] }) {
  const well = rows.filter(
    ({ feed, group }) => group === 'well' && !uncheckedFeeds.value.includes(feed),
  ).length;
  const bytes = rows.reduce((sum, row) => sum + row.bytes, 0);
  const numbers = [well, rows.length, sumCounts(feeds.value, 'total')].map(formatNumber);
  return <p class="lead">{t('healthSummary', [...numbers, byteWords(bytes, uiLanguage())])}</p>;
}

function Filters({ rows }: { rows: readonly HealthRow[] }) {
  const current = currentFilter();
  return (
    <nav class="segments" aria-label={t('show')}>
      {filters.map(({ filter, label }) => (
        <a
          key={filter}
          href={filter === 'all' ? '#health' : `#health/${filter}`}
          aria-current={filter === current ? 'true' : undefined}
        >
          {t(label)} <span class="number">{formatNumber(filtered(rows, filter, '').length)}</span>
        </a>
      ))}
    </nav>
  );
}

function Rows({ rows }: { rows: readonly HealthRow[] }) {
  const [words, setWords] = useState('');
  const newest = rows.reduce((latest, { feed }) => Math.max(latest, feed.lastNewAt ?? 0), 0);
  const cadences = useLoaded(listCadences, `${newest}`);
  const filter = currentFilter();
  const shown = useMemo(() => filtered(rows, filter, words), [rows, filter, words]);
  const offset = -new Date(now.value).getTimezoneOffset();
  return (
    <>
      <Summary rows={rows} />
      <div class="health-tools">
        <Filters rows={rows} />
        <input
          type="search"
          placeholder={t('findFeed')}
          aria-label={t('findFeed')}
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <StripLegend />
      </div>
      <HealthTable rows={shown} cadences={cadences} />
      {shown.length === 0 && <p class="quiet health-none">{t('healthNothing')}</p>}
      <section class="feed-part">
        <h2>{t('articlesCome')}</h2>
        {cadences && <HeatMap week={weekByHour([...cadences.values()], offset)} />}
      </section>
    </>
  );
}

function NoFeeds() {
  return (
    <div class="state">
      <span class="state-mark">
        <Icon name="pulse" />
      </span>
      <h2>{t('healthEmptyTitle')}</h2>
      <p>{t('healthEmptyText')}</p>
      <a class="button" href="#feeds/add">
        <Icon name="plus" />
        {t('addFeed')}
      </a>
    </div>
  );
}

/** How all feeds fare, in words and pictures, each with its remedy: the options page's `#health`. */
export function HealthSection() {
  const total = sumCounts(feeds.value, 'total');
  const storage = useLoaded(listStorageByFeed, `${feeds.value.length} ${total}`);
  const rows = useMemo(() => {
    const bytes = new Map(storage?.map((each) => [each.feedId, each.bytes]));
    return feeds.value.map((feed) => healthRow(feed, bytes.get(feed.id) ?? 0, now.value));
  }, [storage, feeds.value, now.value]);
  const status = feedsStatus.value;
  return (
    <div class="health-page">
      <h1>{t('healthTitle')}</h1>
      {status === 'loading' && <div class="table-skeleton" aria-hidden="true" />}
      {status === 'failed' && <RetryNote text={t('feedsFailed')} onRetry={() => void loadFeeds()} />}
      {status === 'ready' && rows.length === 0 && <NoFeeds />}
      {status === 'ready' && rows.length > 0 && <Rows rows={rows} />}
    </div>
  );
}
