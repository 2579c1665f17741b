import { useSignalEffect } from '@preact/signals';
import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { send } from '../../utils/messages/send';
import { feedName } from '../../utils/model/feed';
import { ArticleView } from '../shared/article-view';
import { shortcutOf } from '../shared/bindings';
import { Icon } from '../shared/icon';
import { IconButton } from '../shared/icon-button';
import { landmark } from '../shared/landmark';
import { countWords } from '../shared/locale';
import { tellProblem } from '../shared/perform';
import { toast } from '../shared/toasts';
import { TwinOffer } from '../shared/twin-offer';
import { useKeys } from '../shared/use-keys';
import { PreviewAsk } from './preview-ask';
import { PreviewList } from './preview-list';
import {
  followPreview,
  leavePreview,
  openId,
  preview,
  type Shown,
  subscribedAs,
  twinOfShown,
} from './preview-state';

function openBeside(step: 1 | -1): void {
  const now = preview.value;
  if (now?.kind !== 'shown' || now.articles.length === 0) return;
  const wanted = openId.value === null ? 1 : openId.value + step;
  openId.value = Math.min(Math.max(wanted, 1), now.articles.length);
}

function back(): void {
  if (openId.value === null) leavePreview();
  else openId.value = null;
}

const keys = { openNext: () => openBeside(1), openPrevious: () => openBeside(-1), back };

/** The subscription, also one that there was under another address; null after having told why there is none. */
async function subscribeTo(shown: Shown): Promise<number | null> {
  const answer = await send('subscribe', { url: shown.url });
  if (answer.ok) return answer.data.feedId;
  if (answer.problem.kind === 'twin-subscribed') {
    const { feedId, by } = answer.problem;
    preview.value = { ...shown, twin: { feedId, by } };
    return null;
  }
  if (answer.problem.kind !== 'already-subscribed') {
    tellProblem(answer.problem);
    return null;
  }
  toast(t('problemAlready'));
  return answer.problem.feedId;
}

function SubscribeButton({ shown }: { shown: Shown }) {
  const [busy, setBusy] = useState(false);
  const known = subscribedAs.value;
  if (known)
    return (
      <button type="button" class="button" onClick={() => leavePreview(known.id)}>
        {t('previewOpen')}
      </button>
    );
  const subscribe = async () => {
    setBusy(true);
    const followed = await subscribeTo(shown);
    setBusy(false);
    if (followed !== null) leavePreview(followed);
  };
  return (
    <button type="button" class="button primary" aria-disabled={busy} onClick={() => void subscribe()}>
      <Icon name="plus" />
      {t('subscribe')}
    </button>
  );
}

function Head({ shown }: { shown: Shown }) {
  const { feed, articles } = shown;
  return (
    <header class="preview-head">
      <IconButton icon="close" label={t('closePreview')} onClick={() => leavePreview()} />
      <div>
        <h1 dir="auto">{feedName(feed)}</h1>
        {feed.description && <p dir="auto">{feed.description}</p>}
        <p class="quiet">
          {countWords('articleCount', articles.length)} · {t('previewStored')}
        </p>
      </div>
      {!twinOfShown.value && <SubscribeButton shown={shown} />}
    </header>
  );
}

function Article({ shown }: { shown: Shown }) {
  const open = shown.articles.find(({ entry }) => entry.id === openId.value);
  if (!open)
    return (
      <section class="pane article-pane empty" aria-label={t('article')}>
        <p>{t('chooseArticle')}</p>
      </section>
    );
  const close = () => {
    openId.value = null;
  };
  return (
    <div class="pane article-pane" {...landmark(true, t('article'))}>
      <header class="bar">
        <IconButton icon="back" label={t('back')} shortcut={shortcutOf('back')} onClick={close} />
      </header>
      <ArticleView reading={{ ...open, status: 'ready' }} feed={shown.feed} />
    </div>
  );
}

/** A feed that is not subscribed, as it would look if it were. */
export function Preview() {
  useKeys(keys);
  useSignalEffect(() => void followPreview());
  const now = preview.value;
  if (now === null) return null;
  if (now.kind !== 'shown')
    return (
      <main class="preview-ask">
        <div role="status">
          <PreviewAsk now={now} />
        </div>
      </main>
    );
  return (
    <>
      <Head shown={now} />
      {twinOfShown.value && <TwinOffer twin={twinOfShown.value} address={now.url} onDone={leavePreview} />}
      <div class="panes preview" data-shown={openId.value === null ? 'list' : 'article'}>
        <div class="pane list-pane" {...landmark(openId.value === null, t('previewTitle'))}>
          <PreviewList shown={now} />
        </div>
        <Article shown={now} />
      </div>
    </>
  );
}
