import { t } from '../../utils/browser/text';
import { getCadence } from '../../utils/db/cadences';
import type { Feed } from '../../utils/model/feed';
import { weekByHour, weeksUntil } from '../../utils/schedule/cadence';
import { now } from '../shared/clock';
import { HeatMap } from './heat-map';
import { useLoaded } from './use-loaded';
import { WeeksPicture } from './weeks-picture';

/** When the feed's articles come: by week, and by hour of the week. */
export function FeedArticles({ feed }: { feed: Feed }) {
  const cadence = useLoaded(async () => (await getCadence(feed.id)) ?? 'none', `${feed.lastNewAt}`);
  if (cadence === null) return <div class="strip-skeleton" aria-hidden="true" />;
  const known = cadence === 'none' ? undefined : cadence;
  return (
    <section class="feed-part">
      <h2>{t('articlesCome')}</h2>
      <div class="weeks-wide">
        <WeeksPicture weeks={weeksUntil(known, now.value)} />
        <span class="quiet">{t('weeksFrom')}</span>
        <span class="quiet">{t('weeksTo')}</span>
      </div>
      <HeatMap week={weekByHour(known ? [known] : [], -new Date(now.value).getTimezoneOffset())} />
    </section>
  );
}
