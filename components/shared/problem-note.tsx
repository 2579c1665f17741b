import type { Feed } from '../../utils/model/feed';
import { Icon } from './icon';
import { say, sentences } from './locale';
import { problemWords } from './problem-words';
import { RemedyButton } from './remedy-button';

/** Why a feed brings nothing, what was kept, and the remedy as a button. */
export function ProblemNote({ feed }: { feed: Feed }) {
  if (feed.problem === null) return null;
  const words = problemWords(feed.problem);
  return (
    <div class="problem-note" role="note">
      <Icon name="warning" />
      <div>
        <strong>{say(words.what)}</strong>
        <p>{sentences([words.kept, words.todo])}</p>
        <RemedyButton feed={feed} problem={feed.problem} />
      </div>
    </div>
  );
}
