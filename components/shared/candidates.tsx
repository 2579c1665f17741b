import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import type { FeedCandidate, Problem } from '../../utils/model/problem';
import { now } from './clock';
import { countWords, say, uiLanguage } from './locale';
import { problemWords } from './problem-words';
import { routeHash } from './route-hash';
import { relativeTime } from './time-words';
import { TwinOffer } from './twin-offer';

function facts({ format, entryCount, newestAt }: FeedCandidate): string {
  const parts = [format.toUpperCase()];
  if (entryCount !== null) parts.push(countWords('articleCount', entryCount));
  if (newestAt !== null) parts.push(t('newest', [relativeTime(newestAt, now.value, uiLanguage())]));
  return parts.filter((part) => part !== '').join(' · ');
}

function NotSubscribed({ problem }: { problem: Problem }) {
  const words = say(problemWords(problem).what);
  if (problem.kind !== 'already-subscribed') return <span class="bad">{words}</span>;
  const href = `reader.html${routeHash({ scope: { kind: 'feed', id: problem.feedId }, entryId: null })}`;
  return (
    <span class="quiet">
      {words}{' '}
      <a href={href} target="_blank" rel="noreferrer">
        {t('previewOpen')}
      </a>
    </span>
  );
}

interface CandidateProps {
  candidate: FeedCandidate;
  chosen: boolean;
  problem: Problem | undefined;
  onChoose: (chosen: boolean) => void;
  onFollowed: () => void;
}

function Candidate({ candidate, chosen, problem, onChoose, onFollowed }: CandidateProps) {
  const twin = problem?.kind === 'twin-subscribed' ? problem : null;
  return (
    <li>
      <label>
        <input type="checkbox" checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)} />
        <span class="candidate">
          <strong dir="auto">{candidate.title || candidate.url}</strong>
          {candidate.title && <span class="quiet address">{candidate.url}</span>}
          <span class="quiet">{facts(candidate)}</span>
          {problem && !twin && <NotSubscribed problem={problem} />}
        </span>
      </label>
      {twin && <TwinOffer twin={twin} address={twin.address} onDone={onFollowed} />}
    </li>
  );
}

interface Props {
  candidates: readonly FeedCandidate[];
  /** Why these were not subscribed to, by address. */
  problems?: ReadonlyMap<string, Problem> | undefined;
  /** All are chosen at first, not only the surest. */
  allChosen?: boolean | undefined;
  onSubscribe: (urls: string[]) => void;
  /** This one needs no subscribing any more. */
  onFollowed: (url: string) => void;
}

/** The feeds of a page, with what each is like: the reader chooses one or several. */
export function Candidates({ candidates, problems, allChosen = false, onSubscribe, onFollowed }: Props) {
  const first = candidates.slice(0, allChosen ? candidates.length : 1).map(({ url }) => url);
  const [marked, setMarked] = useState<ReadonlySet<string>>(() => new Set(first));
  const chosen = candidates.map(({ url }) => url).filter((url) => marked.has(url));
  const mark = (url: string, on: boolean) =>
    setMarked(new Set([...marked].filter((other) => other !== url).concat(on ? url : [])));
  return (
    <fieldset class="candidates">
      <legend>{t('chooseFeed')}</legend>
      <ul>
        {candidates.map((candidate) => (
          <Candidate
            key={candidate.url}
            candidate={candidate}
            chosen={marked.has(candidate.url)}
            problem={problems?.get(candidate.url)}
            onChoose={(on) => mark(candidate.url, on)}
            onFollowed={() => onFollowed(candidate.url)}
          />
        ))}
      </ul>
      <button
        type="button"
        class="button primary"
        aria-disabled={chosen.length === 0}
        onClick={() => chosen.length > 0 && onSubscribe(chosen)}
      >
        {countWords('subscribeToCount', chosen.length)}
      </button>
    </fieldset>
  );
}
