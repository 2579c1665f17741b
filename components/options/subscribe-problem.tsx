import type { ComponentChildren } from 'preact';
import { t } from '../../utils/browser/text';
import type { Problem } from '../../utils/model/problem';
import { Icon } from '../shared/icon';
import { say } from '../shared/locale';
import { problemWords } from '../shared/problem-words';
import { TwinOffer } from '../shared/twin-offer';
import { importFrom } from './opml-import';
import { type Attempt, attempt, finish, lookFurther, subscribe } from './subscribe-state';

function Again({ address, problem }: { address: string; problem?: Problem }) {
  const origins = problem?.kind === 'permission-missing' ? problem.origins : [];
  return (
    <button type="button" class="button small" onClick={() => subscribe(address, origins)}>
      {origins.length > 0 || !problem ? t('grant') : t('retry')}
    </button>
  );
}

function LookFurther({ address }: { address: string }) {
  return (
    <>
      <button type="button" class="button small" onClick={() => lookFurther(address)}>
        {t('lookFurther')}
      </button>
      <p class="quiet">{t('lookFurtherText')}</p>
    </>
  );
}

function ImportThese({ address }: { address: string }) {
  const start = () => {
    attempt.value = { kind: 'busy', address };
    void importFrom(address).then(() => {
      attempt.value = { kind: 'idle' };
    });
  };
  return (
    <button type="button" class="button small" onClick={start}>
      {t('importThese')}
    </button>
  );
}

function Remedy({ address, problem }: { address: string; problem: Problem }) {
  if (problem.kind === 'no-feed-found') return <LookFurther address={problem.address} />;
  if (problem.kind === 'opml-found') return <ImportThese address={problem.address} />;
  const { remedy } = problemWords(problem);
  return remedy === 'retry' || remedy === 'grant' ? <Again address={address} problem={problem} /> : null;
}

interface NoteProps {
  title: string;
  text: string;
  children: ComponentChildren;
}

function Note({ title, text, children }: NoteProps) {
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
export function SubscribeProblem({ attempt: now }: { attempt: Attempt }) {
  if (now.kind === 'denied')
    return (
      <Note title={t('permissionDenied')} text={t('permissionDeniedText')}>
        <Again address={now.address} />
      </Note>
    );
  if (now.kind !== 'failed') return null;
  const { problem } = now;
  if (problem.kind === 'twin-subscribed')
    return <TwinOffer twin={problem} address={problem.address} onDone={finish} />;
  const words = problemWords(problem);
  return (
    <Note title={say(words.what)} text={words.todo ? say(words.todo) : ''}>
      <Remedy address={now.address} problem={problem} />
    </Note>
  );
}
