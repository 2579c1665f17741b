import { openSubscribing } from '../../utils/browser/tabs';
import { t } from '../../utils/browser/text';
import type { Problem } from '../../utils/model/problem';
import { Candidates } from '../shared/candidates';
import { Icon } from '../shared/icon';
import { IconButton } from '../shared/icon-button';
import { say } from '../shared/locale';
import { problemWords } from '../shared/problem-words';
import { followedHere, leaveSearch, type Search, subscribeHere } from './site-state';

interface SentenceProps {
  title: string;
  text: string;
  lookFurtherAt?: string;
}

function Sentence({ title, text, lookFurtherAt }: SentenceProps) {
  return (
    <div class="state">
      <span class="state-mark warn">
        <Icon name="warning" />
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {lookFurtherAt && (
        <button
          type="button"
          class="button"
          onClick={() => void openSubscribing({ find: lookFurtherAt }).then(() => close())}
        >
          {t('lookFurther')}
        </button>
      )}
    </div>
  );
}

function Failed({ url, problem }: { url: string; problem: Problem }) {
  const { what, todo } = problemWords(problem);
  return <Sentence title={say(what)} text={todo ? say(todo) : ''} lookFurtherAt={url} />;
}

function Outcome({ now }: { now: Search }) {
  if (now.kind === 'looking') return <p class="quiet">{t('lookingHere')}</p>;
  if (now.kind === 'restricted')
    return <Sentence title={t('siteRestricted')} text={t('siteRestrictedText')} />;
  if (now.kind === 'failed') return <Failed url={now.url} problem={now.problem} />;
  return null;
}

/** The feeds of the page that the reader has before her. */
export function SitePage({ now }: { now: Search }) {
  return (
    <div class="page-site">
      <header class="bar">
        <IconButton icon="back" label={t('back')} onClick={leaveSearch} />
        <h1>{t('siteFeeds')}</h1>
      </header>
      <main>
        <div role="status" aria-live="polite">
          <Outcome now={now} />
        </div>
        {now.kind === 'found' && (
          <Candidates
            candidates={now.candidates}
            problems={now.problems}
            onSubscribe={(urls) => void subscribeHere(now.candidates, urls)}
            onFollowed={(url) => followedHere(now, url)}
          />
        )}
      </main>
    </div>
  );
}
