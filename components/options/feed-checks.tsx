import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { listChecks } from '../../utils/db/checks';
import type { PastCheck } from '../../utils/db/schema';
import type { Feed } from '../../utils/model/feed';
import { byteWords } from '../shared/byte-words';
import { now } from '../shared/clock';
import { formatNumber, uiLanguage } from '../shared/locale';
import { clockTime, exactTime } from '../shared/time-words';
import { shortAddress } from './address-words';
import { CheckStrip, kindOf, StripLegend, stripPlaces } from './check-strip';
import { outcomeWords } from './check-words';
import { TableScroller } from './table-scroller';
import { useLoaded } from './use-loaded';

/** So many rows are read at a glance. */
const fewRows = 8;

function duration(ms: number): string {
  return new Intl.NumberFormat(uiLanguage(), {
    style: 'unit',
    unit: 'millisecond',
    unitDisplay: 'short',
  }).format(ms);
}

function CheckRow({ check, hasOthers }: { check: PastCheck; hasOthers: boolean }) {
  const language = uiLanguage();
  return (
    <tr>
      <td>
        <time dateTime={new Date(check.at).toISOString()} title={exactTime(check.at, language)}>
          {clockTime(check.at, now.value, language)}
        </time>
      </td>
      <td class={`result ${kindOf(check)}`}>{outcomeWords(check)}</td>
      <td class="number">{check.status === 0 ? '–' : check.status}</td>
      <td class="number">{check.bytes === 0 ? '–' : byteWords(check.bytes, language)}</td>
      <td class="number">{duration(check.durationMs)}</td>
      {hasOthers && (
        <td class="address" title={check.url}>
          {shortAddress(check.url)}
        </td>
      )}
    </tr>
  );
}

function Rows({ checks }: { checks: readonly PastCheck[] }) {
  // one address need not be said eight times
  const hasOthers = new Set(checks.map(({ url }) => url)).size > 1;
  const [all, setAll] = useState(false);
  const shown = all ? checks : checks.slice(0, fewRows);
  const heads = [
    t('checkTime'),
    t('checkResult'),
    t('checkAnswer'),
    t('checkSize'),
    t('checkTook'),
    ...(hasOthers ? [t('checkAddress')] : []),
  ];
  return (
    <>
      <TableScroller label={t('checksTitle')}>
        <table class="checks-table" aria-label={t('checksTitle')}>
          <thead>
            <tr>
              {heads.map((head, i) => (
                <th key={head} scope="col" class={i > 1 && i < 5 ? 'number' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((check, i) => (
              <CheckRow key={`${i} ${check.at}`} check={check} hasOthers={hasOthers} />
            ))}
          </tbody>
        </table>
      </TableScroller>
      {checks.length > fewRows && (
        <button type="button" class="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('checksFew') : t('checksAll', [formatNumber(checks.length)])}
        </button>
      )}
    </>
  );
}

/** The picture with its scale: when the first and the last check were, and what the shapes mean. */
function Strip({ checks }: { checks: readonly PastCheck[] }) {
  const [newest] = checks;
  const oldest = checks.at(Math.min(checks.length, stripPlaces) - 1);
  const time = (check: PastCheck | undefined) => check && clockTime(check.at, now.value, uiLanguage());
  return (
    <div class="strip-wide">
      <CheckStrip checks={checks} named />
      {checks.length > 1 && <span class="quiet">{time(oldest)}</span>}
      <span class="quiet">{time(newest)}</span>
      <StripLegend />
    </div>
  );
}

/** What was asked when, from which address, and what came back: as a picture and as a table. */
export function FeedChecks({ feed }: { feed: Feed }) {
  const checks = useLoaded(() => listChecks(feed.id), `${feed.checkCount} ${feed.lastCheck?.at}`);
  return (
    <section class="feed-part">
      <h2>{t('checksTitle')}</h2>
      {checks === null && <div class="strip-skeleton" aria-hidden="true" />}
      {checks?.length === 0 && <p class="quiet">{t('checksNone')}</p>}
      {checks && checks.length > 0 && (
        <>
          <Strip checks={checks} />
          <Rows checks={checks} />
        </>
      )}
    </section>
  );
}
