import { isArchive } from '../../utils/archive/archive-feed';
import { t } from '../../utils/browser/text';
import { type Feed, feedName } from '../../utils/model/feed';
import type { Problem } from '../../utils/model/problem';
import { type FeedHealth, feedHealth } from '../../utils/schedule/health';
import { activeIndex, usualSilenceMs } from '../../utils/schedule/sources';
import { countWords, say, uiLanguage } from '../shared/locale';
import { problemWords } from '../shared/problem-words';
import { dayWords, relativeTime, spanWords } from '../shared/time-words';
import { shortAddress } from './address-words';
import { followerOf } from './addresses';
import { nextTime, outcomeWords } from './check-words';

export interface HealthWords {
  tone: 'ok' | 'warn' | 'bad' | 'quiet';
  /** How the feed fares, in a word or two. */
  what: string;
  /** What that is known from. */
  facts: string;
}

type Words = {
  [K in FeedHealth['kind']]: (
    health: Extract<FeedHealth, { kind: K }>,
    feed: Feed,
    now: number,
  ) => HealthWords;
};

const dayOf = (at: number, now: number) => dayWords(at, now, uiLanguage());

const words: Words = {
  well: (_, feed, now) => wellWords(feed, now),
  dead: ({ since }, feed, now) => ({
    tone: 'bad',
    what: t('stateDead'),
    facts: sentences(
      t('factDead', [dayOf(since, now)]),
      feed.problem && say(problemWords(feed.problem).what),
      t('keptArticles'),
    ),
  }),
  'mirror-behind': ({ url, newestAt }, feed, now) => ({
    tone: 'warn',
    what: t('stateBehind'),
    facts: sentences(t('factBehind', [shortAddress(url), dayOf(newestAt, now)]), meanwhile(feed, url)),
  }),
  'mirror-down': ({ url, insteadUrl }) => ({
    tone: 'warn',
    what: t('stateDown'),
    facts: t('factDown', [shortAddress(url), shortAddress(insteadUrl)]),
  }),
  silent: ({ newestAt }, feed, now) => ({
    tone: 'warn',
    what: t('stateSilent'),
    facts: t('factSilent', [
      dayOf(newestAt, now),
      spanWords(usualSilenceMs(feed, newestAt) / 8, uiLanguage()),
    ]),
  }),
  moved: ({ url }, feed) => ({ tone: 'warn', what: t('stateMoved'), facts: movedWords(feed, url) }),
};

/** Where articles come from instead; null where it is that address that is asked. */
function meanwhile(feed: Feed, behind: string): string | null {
  const active = feed.sources[activeIndex(feed)]?.url ?? behind;
  return active === behind ? null : t('factMeanwhile', [shortAddress(active)]);
}

function movedWords(feed: Feed, url: string): string {
  const other = followerOf(feed, url);
  return other
    ? t('factMovedFollowed', [shortAddress(url), feedName(other)])
    : t('factMoved', [shortAddress(url)]);
}

/** Sentences stand side by side; between Chinese ones is no space. */
function sentences(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part).join(uiLanguage().startsWith('zh') ? '' : ' ');
}

function troubleWords(feed: Feed, problem: Problem, now: number): HealthWords {
  const { what, kept } = problemWords(problem);
  const times = feed.failures > 0 ? countWords('failedTimes', feed.failures) : '';
  const since = feed.failingSince ? t('failingSince', [dayOf(feed.failingSince, now)]) : '';
  const tone = problem.kind === 'offline' ? 'quiet' : problem.kind === 'permission-missing' ? 'warn' : 'bad';
  const facts = [times, since, kept ? say(kept) : ''].filter((part) => part !== '').join(' · ');
  return { tone, what: say(what), facts };
}

function wellWords(feed: Feed, now: number): HealthWords {
  const { lastCheck } = feed;
  if (isArchive(feed)) return { tone: 'quiet', what: t('archiveFeed'), facts: '' };
  const next = nextTime(feed, now);
  const rest = next === null ? [] : [t('nextAt', [next])];
  if (!lastCheck) return { tone: 'quiet', what: t('notCheckedYet'), facts: rest.join('') };
  const ago = relativeTime(lastCheck.at, now, uiLanguage());
  return { tone: 'ok', what: t('stateWell'), facts: [ago, outcomeWords(lastCheck), ...rest].join(' · ') };
}

function wordsFor<K extends FeedHealth['kind']>(
  health: Extract<FeedHealth, { kind: K }>,
  feed: Feed,
  now: number,
): HealthWords {
  const put: Words[K] = words[health.kind as K];
  return put(health, feed, now);
}

/** How a feed fares, in words with facts. */
export function healthWords(feed: Feed, now: number): HealthWords {
  const health = feedHealth(feed, now);
  if (feed.problem && health.kind !== 'dead') return troubleWords(feed, feed.problem, now);
  return wordsFor(health, feed, now);
}
