import { t } from '../../utils/browser/text';
import type { Feed } from '../../utils/model/feed';
import { speeds } from '../../utils/model/listening';
import { listMarks } from '../../utils/model/tag';
import { counts } from '../shared/feeds-state';
import { choices } from '../shared/listening-choices';
import { formatNumber } from '../shared/locale';
import { perform } from '../shared/perform';

const times = (speed: number) => `${formatNumber(speed)}×`;

/** How fast one feed's recordings are played: as those of all feeds, or as the reader says. For feeds that bring some. */
export function FeedSpeed({ feed }: { feed: Feed }) {
  const own = feed.speed;
  if (own === undefined && !counts.value.get(feed.id)?.marked?.[listMarks.audio]) return null;
  const offered = [...new Set([...speeds, ...(own ? [own] : [])])].sort((a, b) => a - b);
  const choose = (value: string) =>
    void perform('setFeedSpeed', { feedId: feed.id, speed: Number(value) || null });
  return (
    <label class="feed-images">
      <span>{t('settingSpeed')}</span>
      <select value={own ? String(own) : ''} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t('feedImagesAll', [times(choices.value.speed)])}</option>
        {offered.map((speed) => (
          <option key={speed} value={String(speed)}>
            {times(speed)}
          </option>
        ))}
      </select>
    </label>
  );
}
