import { t } from '../../utils/browser/text';
import type { Feed, Source } from '../../utils/model/feed';
import { historyOf } from '../../utils/schedule/history';
import { activeIndex, isBehind, isDown } from '../../utils/schedule/sources';
import { countWords, uiLanguage } from '../shared/locale';
import { dayWords, relativeTime } from '../shared/time-words';

/** An address without what all of them have. */
export function shortAddress(url: string): string {
  return url.replace(/^https:\/\/(www\.)?|\/$/g, '');
}

/** The host of an address; with its scheme where `beside` has the same one. */
export function hostWords(url: string, beside = ''): string {
  const { host, protocol } = new URL(url);
  const same = beside !== '' && new URL(beside).host === host;
  return same ? `${protocol}//${host}` : host;
}

export interface AddressWords {
  tone: 'ok' | 'warn' | 'bad' | 'quiet';
  /** Whether it is in use, and why. */
  role: string;
  /** What is known of it. */
  facts: string;
}

function roleOf(feed: Feed, place: number, now: number): string {
  const active = activeIndex(feed);
  if (place !== active) return t('addressStandby');
  if (feed.sources.length === 1) return '';
  const isWell = (source: Source | undefined) => {
    const history = historyOf(source);
    return !isDown(history) && !isBehind(feed, history, now);
  };
  if (!feed.sources.some(isWell)) return t('addressWhyTurn');
  if (!isWell(feed.sources[place])) return t('addressWhyLook');
  return t(
    feed.sources.slice(0, place).some(isWell) || place === 0 ? 'addressWhyFirst' : 'addressWhyStandIn',
  );
}

/** What is known of one of a feed's addresses, and what part it plays. */
export function addressWords(feed: Feed, place: number, now: number): AddressWords {
  const role = roleOf(feed, place, now);
  const history = historyOf(feed.sources[place]);
  const { failures, goneAt, newestAt, fullAt } = history;
  // the look at a feed when it is subscribed to is no check of its own
  const askedAt = Math.max(history.askedAt, fullAt ?? 0);
  if (askedAt === 0) return { tone: 'quiet', role, facts: t('addressUnasked') };
  const asked = t('addressAsked', [relativeTime(askedAt, now, uiLanguage())]);
  const newest = newestAt === null ? '' : dayWords(newestAt, now, uiLanguage());
  const say = (tone: AddressWords['tone'], fact: string) => ({
    tone,
    role,
    facts: [fact, asked].filter((part) => part !== '').join(' · '),
  });
  if (goneAt !== null) return say('bad', t('addressGone'));
  if (failures > 0) return say(isDown(history) ? 'bad' : 'warn', countWords('addressDown', failures));
  if (isBehind(feed, history, now)) return say('warn', t('addressBehind', [newest]));
  return say('ok', newest === '' ? '' : t('addressWell', [newest]));
}
