import { t } from '../../utils/browser/text';
import type { FeedCandidate } from '../../utils/model/problem';
import { now } from '../shared/clock';
import { countWords, uiLanguage } from '../shared/locale';
import { relativeTime } from '../shared/time-words';
import { subscribe } from './subscribe-state';

function facts({ format, entryCount, newestAt }: FeedCandidate): string {
  const parts = [format.toUpperCase()];
  if (entryCount !== null) parts.push(countWords('articleCount', entryCount));
  if (newestAt !== null) parts.push(t('newest', [relativeTime(newestAt, now.value, uiLanguage())]));
  return parts.filter((part) => part !== '').join(' · ');
}

function Candidate({ candidate }: { candidate: FeedCandidate }) {
  const title = candidate.title || candidate.url;
  return (
    <li>
      <div>
        <strong dir="auto">{title}</strong>
        <span class="quiet">{candidate.url}</span>
        <span class="quiet">{facts(candidate)}</span>
      </div>
      <button
        type="button"
        class="button"
        aria-label={t('subscribeTo', [title])}
        onClick={() => subscribe(candidate.url)}
      >
        {t('subscribe')}
      </button>
    </li>
  );
}

/** The feeds of a page that has several: the reader chooses. */
export function Candidates({ candidates }: { candidates: readonly FeedCandidate[] }) {
  return (
    <section class="candidates" aria-label={t('chooseFeed')}>
      <h2>{t('chooseFeed')}</h2>
      <ul>
        {candidates.map((candidate) => (
          <Candidate key={candidate.url} candidate={candidate} />
        ))}
      </ul>
    </section>
  );
}
