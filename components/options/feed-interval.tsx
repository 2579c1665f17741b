import { t } from '../../utils/browser/text';
import type { Feed } from '../../utils/model/feed';
import { historyOf } from '../../utils/schedule/history';
import { meanGapMs } from '../../utils/schedule/rhythm';
import { activeIndex } from '../../utils/schedule/sources';
import { hour, minute } from '../../utils/schedule/times';
import { now } from '../shared/clock';
import { sentences, uiLanguage } from '../shared/locale';
import { perform } from '../shared/perform';
import { spanWords } from '../shared/time-words';
import { nextTime, reasonWords } from './check-words';

const choices = [15, 30, 60, 120, 240, 720, 1440];

/** Every hour, not every 1 hour. */
function everyWords(ms: number): string {
  return spanWords(ms, uiLanguage()).replace(/^1 (?=[a-z])/, '');
}

function paceWords(feed: Feed): string {
  const gap = meanGapMs(feed.rhythm, now.value) ?? 0;
  const pace = Math.min(12 * hour, Math.max(hour, gap / 10));
  return t('everyPace', [everyWords(pace)]);
}

function Next({ feed }: { feed: Feed }) {
  const next = nextTime(feed, now.value);
  const why = reasonWords(feed.nextCheckReason);
  return (
    <p class="next-check">
      <strong>{next === null ? t('nextNever') : t('nextCheckAt', [next])}</strong>
      {why !== '' && <span>{why}</span>}
    </p>
  );
}

/** When the feed is checked next and why then, and how often the reader wants it. */
export function FeedInterval({ feed }: { feed: Feed }) {
  const { answers304 } = historyOf(feed.sources[activeIndex(feed)]);
  const current = feed.checkEvery ?? 0;
  const minutes = choices.includes(current) || current === 0 ? choices : [...choices, current];
  return (
    <section class="feed-part">
      <h2>
        <label for="check-every">{t('checkEvery')}</label>
      </h2>
      <Next feed={feed} />
      <select
        id="check-every"
        value={String(current)}
        aria-describedby="check-every-text"
        onChange={({ currentTarget }) =>
          void perform('setCheckInterval', { feedId: feed.id, minutes: Number(currentTarget.value) })
        }
      >
        <option value="0">{t('everyAuto')}</option>
        {minutes
          .sort((a, b) => a - b)
          .map((each) => (
            <option key={each} value={String(each)} disabled={each < 60 && !answers304 && each !== current}>
              {t('everySpan', [everyWords(each * minute)])}
            </option>
          ))}
      </select>
      <p id="check-every-text" class="part-text">
        {sentences([paceWords(feed), !answers304 && t('everyShort'), t('everyPolite')])}
      </p>
    </section>
  );
}
