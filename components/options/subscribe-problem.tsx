import { t } from '../../utils/browser/text';
import type { Problem } from '../../utils/model/problem';
import { Icon } from '../shared/icon';
import { say } from '../shared/locale';
import { problemWords } from '../shared/problem-words';
import { type Attempt, subscribe } from './subscribe-state';

function Again({ address, problem }: { address: string; problem?: Problem }) {
  const origins = problem?.kind === 'permission-missing' ? problem.origins : [];
  return (
    <button type="button" class="button small" onClick={() => subscribe(address, origins)}>
      {origins.length > 0 || !problem ? t('grant') : t('retry')}
    </button>
  );
}

function Note({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children: preact.ComponentChildren;
}) {
  return (
    <div class="problem-note">
      <Icon name="warning" />
      <div>
        <strong>{title}</strong>
        <p>{text}</p>
        {children}
      </div>
    </div>
  );
}

/** Why the subscription did not come about; the address stays in the box. */
export function SubscribeProblem({ attempt }: { attempt: Attempt }) {
  if (attempt.kind === 'denied')
    return (
      <Note title={t('permissionDenied')} text={t('permissionDeniedText')}>
        <Again address={attempt.address} />
      </Note>
    );
  if (attempt.kind !== 'failed') return null;
  const words = problemWords(attempt.problem);
  const canRetry = words.remedy === 'retry' || words.remedy === 'grant';
  return (
    <Note title={say(words.what)} text={words.todo ? say(words.todo) : ''}>
      {canRetry && <Again address={attempt.address} problem={attempt.problem} />}
    </Note>
  );
}
