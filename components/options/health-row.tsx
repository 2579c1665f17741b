import { t } from '../../utils/browser/text';
import type { PastCheck } from '../../utils/db/schema';
import { activeIndex } from '../../utils/schedule/sources';
import { byteWords } from '../shared/byte-words';
import { now } from '../shared/clock';
import { FeedMark } from '../shared/feed-mark';
import { formatNumber, uiLanguage } from '../shared/locale';
import { exactTime, relativeTime } from '../shared/time-words';
import { shortAddress } from './address-words';
import { CheckStrip } from './check-strip';
import type { HealthRow as Row } from './health-order';
import { HealthState } from './health-state';
import { healthWords } from './health-words';
import { feedHash } from './place';
import { remediesFor } from './remedies';
import { WeeksPicture } from './weeks-picture';

interface Props {
  row: Row;
  /** Its place in the table, the head being 1. */
  index: number;
  weeks: readonly number[] | null;
  checks: readonly PastCheck[] | undefined;
  /** Bytes of the feed that takes most. */
  most: number;
}

function Name({ row: { feed, name } }: { row: Row }) {
  const url = feed.sources[activeIndex(feed)]?.url ?? feed.siteUrl;
  return (
    <td class="cell-name">
      <FeedMark name={name} feedId={feed.id} />
      <a class="feed-link" href={feedHash(feed.id)} dir="auto">
        {name}
      </a>
      <span class="quiet address" title={url}>
        {shortAddress(url)}
      </span>
    </td>
  );
}

function Newest({ at }: { at: number | null }) {
  const language = uiLanguage();
  return (
    <td class="cell-newest quiet" data-label={t('colNewest')}>
      {at === null ? (
        '–'
      ) : (
        <time dateTime={new Date(at).toISOString()} title={exactTime(at, language)}>
          {relativeTime(at, now.value, language)}
        </time>
      )}
    </td>
  );
}

function Weeks({ weeks, perWeek }: { weeks: readonly number[] | null; perWeek: number }) {
  const rounded = perWeek < 10 ? Math.round(perWeek * 10) / 10 : Math.round(perWeek);
  return (
    <td class="cell-week" data-label={t('colWeek')}>
      {weeks && <WeeksPicture weeks={weeks} />}
      <span class="number quiet">{formatNumber(rounded)}</span>
    </td>
  );
}

function Storage({ bytes, most }: { bytes: number; most: number }) {
  return (
    <td class="cell-storage" data-label={t('colStorage')}>
      <span class="number quiet">{byteWords(bytes, uiLanguage())}</span>
      <i class="share-bar" style={{ '--share': `${most > 0 ? bytes / most : 0}` }} />
    </td>
  );
}

function Action({ row: { feed, name, group } }: { row: Row }) {
  const [first] = group === 'well' ? [] : remediesFor(feed, now.value);
  return (
    <td class="cell-action">
      {first && (
        <button type="button" class="button small" aria-label={`${first.label}: ${name}`} onClick={first.run}>
          {first.label}
        </button>
      )}
      {!first && (
        <a class="button small" href={feedHash(feed.id)} aria-label={`${t('details')}: ${name}`}>
          {t('details')}
        </a>
      )}
    </td>
  );
}

/** One feed: how it fares, in words and pictures, and what helps. */
export function HealthRow({ row, index, weeks, checks, most }: Props) {
  return (
    <tr class="health-row" data-row aria-rowindex={index}>
      <Name row={row} />
      <td class="cell-state">
        <HealthState words={healthWords(row.feed, now.value)} />
      </td>
      <Newest at={row.newestAt} />
      <Weeks weeks={weeks} perWeek={row.perWeek} />
      <td class="cell-checks" data-label={t('colChecks')}>
        {checks && checks.length > 0 ? <CheckStrip checks={checks} /> : checks && '–'}
      </td>
      <Storage bytes={row.bytes} most={most} />
      <Action row={row} />
    </tr>
  );
}
