import { t } from '../../utils/browser/text';
import { getCadence } from '../../utils/db/cadences';
import type { Feed } from '../../utils/model/feed';
import { weekByHour, weeksUntil } from '../../utils/schedule/cadence';
import { now } from '../shared/clock';
import { formatNumber } from '../shared/locale';
import { HeatMap } from './heat-map';
import { useLoaded } from './use-loaded';
import { WeeksPicture } from './weeks-picture';

/** Articles a week, with its scale: how many the tallest bar stands for, and when the first and the last were. */
function Weeks({ weeks }: { weeks: readonly number[] }) {
  const most = Math.max(...weeks);
  if (most === 0) return <p class="quiet">{t('weeksNone')}</p>;
  return (
    <div class="weeks-wide">
      <span class="quiet">{t('weeksTitle')}</span>
      <span class="quiet">{t('weeksMost', [formatNumber(most)])}</span>
      <WeeksPicture weeks={weeks} />
      <span class="quiet">{t('weeksFrom')}</span>
      <span class="quiet">{t('weeksTo')}</span>
    </div>
  );
}

/** When the feed's articles come: by week, and by hour of the week. */
export function FeedArticles({ feed }: { feed: Feed }) {
  const cadence = useLoaded(async () => (await getCadence(feed.id)) ?? 'none', `${feed.lastNewAt}`);
  if (cadence === null) return <div class="strip-skeleton" aria-hidden="true" />;
  return (
    <section class="feed-part">
      <h2>{t('articlesCome')}</h2>
      {cadence === 'none' ? (
        <p class="quiet">{t('heatNone')}</p>
      ) : (
        <>
          <Weeks weeks={weeksUntil(cadence, now.value)} />
          <HeatMap week={weekByHour([cadence], -new Date(now.value).getTimezoneOffset())} />
        </>
      )}
    </section>
  );
}
