import type { ComponentChildren } from 'preact';
import { t } from '../../utils/browser/text';
import type { FeedCandidate, Problem } from '../../utils/model/problem';
import { FoldedPaper } from '../shared/folded-paper';
import { say } from '../shared/locale';
import { problemWords } from '../shared/problem-words';
import { previewHash } from '../shared/route-hash';
import { leavePreview, type Preview, type Shown, showFeed } from './preview-state';

function ShowButton({ url, origins }: { url: string; origins?: readonly string[] }) {
  return (
    <button type="button" class="button primary" onClick={() => showFeed(url, origins)}>
      {t('previewShow')}
    </button>
  );
}

function State({ title, url, children }: { title: string; url: string; children: ComponentChildren }) {
  return (
    <div class="state">
      <FoldedPaper />
      <h1>{title}</h1>
      <p class="preview-address">{url}</p>
      {children}
      <button type="button" class="link-button" onClick={() => leavePreview()}>
        {t('closePreview')}
      </button>
    </div>
  );
}

function Choice({ candidates }: { candidates: readonly FeedCandidate[] }) {
  return (
    <ul class="preview-choice">
      {candidates.map(({ url, title }) => (
        <li key={url}>
          <a href={previewHash(url)} dir="auto">
            {title || url}
          </a>
          {title && <span class="quiet">{url}</span>}
        </li>
      ))}
    </ul>
  );
}

function Failed({ url, problem }: { url: string; problem: Problem }) {
  const { what, todo } = problemWords(problem);
  const again = problem.kind === 'permission-missing' || problemWords(problem).remedy === 'retry';
  return (
    <State title={say(what)} url={url}>
      <p>{todo && say(todo)}</p>
      {again && (
        <ShowButton url={url} origins={problem.kind === 'permission-missing' ? problem.origins : []} />
      )}
    </State>
  );
}

/** What stands before the feed: the question, the wait, the choice, or why there is nothing to show. */
export function PreviewAsk({ now }: { now: Exclude<Preview, Shown> }) {
  const { url } = now;
  if (now.kind === 'loading') return <p class="state quiet">{t('previewLoading', [url])}</p>;
  if (now.kind === 'failed') return <Failed url={url} problem={now.problem} />;
  if (now.kind === 'choose')
    return (
      <State title={t('chooseFeed')} url={url}>
        <Choice candidates={now.candidates} />
      </State>
    );
  const denied = now.kind === 'denied';
  return (
    <State title={denied ? t('permissionDenied') : t('previewAsk')} url={url}>
      <p>{denied ? t('permissionDeniedText') : t('previewAskText', [new URL(url).host])}</p>
      <ShowButton url={url} />
    </State>
  );
}
