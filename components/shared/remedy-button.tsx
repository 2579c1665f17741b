import { requestAccess } from '../../utils/browser/permissions';
import { openOriginal } from '../../utils/browser/tabs';
import { t } from '../../utils/browser/text';
import type { Feed } from '../../utils/model/feed';
import type { Problem } from '../../utils/model/problem';
import { problemWords, type Remedy } from './problem-words';
import { refresh } from './refreshing';
import { toast } from './toasts';
import { unsubscribe } from './unsubscribing';

const labels = {
  grant: 'grant',
  retry: 'retry',
  'open-site': 'openSite',
  unsubscribe: 'unsubscribe',
} as const;

/** Asked for straight in the click, before anything is awaited. */
function grant(feed: Feed, problem: Problem): void {
  if (problem.kind !== 'permission-missing') return;
  void requestAccess(problem.origins).then((granted) => {
    if (granted) void refresh([feed.id]);
    else toast(t('permissionDenied'));
  });
}

function remedy(which: Remedy, feed: Feed, problem: Problem): void {
  if (which === 'grant') grant(feed, problem);
  else if (which === 'retry') void refresh([feed.id]);
  else if (which === 'open-site') void openOriginal(feed.siteUrl || (feed.sources[0]?.url ?? ''));
  else if (which === 'unsubscribe') void unsubscribe(feed);
}

interface Props {
  feed: Feed;
  problem: Problem;
  /** Of the feed, where others are in sight too. */
  name?: string;
}

/** What helps against a feed's problem, with one press. */
export function RemedyButton({ feed, problem, name }: Props) {
  const which = problemWords(problem).remedy;
  if (which === 'none') return null;
  return (
    <button
      type="button"
      class="button small"
      aria-label={name && `${t(labels[which])}: ${name}`}
      onClick={() => remedy(which, feed, problem)}
    >
      {t(labels[which])}
    </button>
  );
}
