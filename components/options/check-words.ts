import { type TextKey, t } from '../../utils/browser/text';
import type { Check, Feed, NextCheckReason } from '../../utils/model/feed';
import { dueAt } from '../../utils/schedule/due';
import { countWords, say, uiLanguage } from '../shared/locale';
import { problemWords } from '../shared/problem-words';
import { clockTime } from '../shared/time-words';

/** What a check brought, in a few words; of a failed one why. */
export function outcomeWords(check: Check): string {
  if (check.outcome === 'failed')
    return check.problem ? say(problemWords(check.problem).what) : t('outcomeFailed');
  const parts = [
    ...(check.newEntries > 0 ? [countWords('outcomeNew', check.newEntries)] : []),
    ...(check.changedEntries ? [countWords('outcomeEdited', check.changedEntries)] : []),
  ];
  if (parts.length > 0) return parts.join(' · ');
  return t(check.outcome === 'not-modified' ? 'outcomeNotModified' : 'outcomeSame');
}

const reasons: Record<NextCheckReason, TextKey> = {
  pace: 'whyPace',
  reader: 'whyReader',
  'whole-answers': 'whyWholeAnswers',
  server: 'whyServer',
  document: 'whyDocument',
  'skipped-hours': 'whySkippedHours',
  'retry-after': 'whyRetryAfter',
  failed: 'whyFailed',
  offline: 'whyOffline',
  permission: 'whyPermission',
  storage: 'whyStorage',
  gone: 'whyGone',
  stopped: 'whyStopped',
  'other-source': 'whyOtherSource',
  spread: 'whySpread',
  clock: 'whyClock',
  asked: 'whyAsked',
};

/** Why a feed is checked next when it is; '' where that is not known yet. */
export function reasonWords(reason: NextCheckReason | null | undefined): string {
  return reason ? t(reasons[reason]) : '';
}

/** When a feed is checked next, on the clock; null for one that is not. */
export function nextTime(feed: Feed, now: number): string | null {
  const at = dueAt(feed);
  return Number.isFinite(at) ? clockTime(Math.max(at, now), now, uiLanguage()) : null;
}
