import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { Banners } from '../shared/banners';
import { choose, chosen } from '../shared/chosen';
import { KeyHint } from '../shared/key-hint';
import { KeysHelp } from '../shared/keys-help';
import { landmark } from '../shared/landmark';
import { LazyArticle } from '../shared/lazy-article';
import { lazyView } from '../shared/lazy-view';
import { entryCount, listStatus } from '../shared/list-state';
import { Listening } from '../shared/listening';
import { readingKeys } from '../shared/reading-keys';
import { reading } from '../shared/reading-state';
import { resumeListening } from '../shared/resume-listening';
import { route } from '../shared/route';
import { ToastArea } from '../shared/toast-area';
import { type KeyHandlers, useKeys } from '../shared/use-keys';
import { selectedEntry } from '../shared/walking';
import { exportWish } from './export-wish';
import { ListPane } from './list-pane';
import { isCovered, useNavKeyboard } from './nav-cover';
import { navOpen } from './place';
import { SubscriptionsPane } from './subscriptions-pane';

function ArticlePane() {
  const open = route.value.entryId === null ? null : reading.value;
  if (open === null) {
    // beside an empty list, which says for itself how it fills
    if (listStatus.value === 'ready' && entryCount.value === 0)
      return <div class="pane article-pane empty" {...landmark(false, t('article'))} />;
    return (
      <div class="pane article-pane empty" {...landmark(false, t('article'))}>
        <p>{t('chooseArticle')}</p>
        <p class="hints">
          <KeyHint commands={['openNext', 'openPrevious']} words={t('hintWalk')} />
          <KeyHint commands={['help']} words={t('hintKeys')} />
        </p>
      </div>
    );
  }
  return (
    <div class="pane article-pane" {...landmark(true, t('article'))}>
      <LazyArticle open={open} />
    </div>
  );
}

const ExportDialog = lazyView(async () => (await import('./export-dialog')).ExportDialog);
const choosing = () => import('./choosing');
const chosenMarks = () => import('./chosen-marks');

/** What is done to the chosen articles where there are some; else to the one that is selected. */
function toChosen(act: () => void, otherwise: (() => void) | undefined): () => void {
  return () => (chosen.value?.size ? act() : otherwise?.());
}

function chooseSelected(entry: Entry | undefined): void {
  if (entry) void choosing().then(({ toggleChosen }) => toggleChosen(entry.id));
}

void resumeListening();

/** Escape first closes what lies on top. */
const readerKeys: KeyHandlers = {
  ...readingKeys,
  back: () => {
    if (navOpen.value) navOpen.value = false;
    else if (chosen.value) choose(null);
    else readingKeys.back?.();
  },
  choose: () => chooseSelected(selectedEntry()),
  chooseAll: () => void choosing().then(({ chooseAll }) => chooseAll()),
  toggleRead: toChosen(
    () => void chosenMarks().then(({ toggleReadOfChosen }) => toggleReadOfChosen()),
    readingKeys.toggleRead,
  ),
  toggleStar: toChosen(
    () => void chosenMarks().then(({ toggleStarOfChosen }) => toggleStarOfChosen()),
    readingKeys.toggleStar,
  ),
  tag: toChosen(() => document.querySelector<HTMLElement>('.chosen-tags')?.showPopover(), readingKeys.tag),
};

/** Feeds, list and article beside each other; in narrow windows and in the side panel one at a time. */
export function Reader() {
  useKeys(readerKeys);
  useNavKeyboard();
  const shown = route.value.entryId === null ? 'list' : 'article';
  return (
    <>
      <Banners />
      <div class="panes" data-shown={shown} data-nav={navOpen.value ? 'open' : 'closed'}>
        <SubscriptionsPane />
        <div class="uncovered" inert={isCovered.value}>
          <ListPane />
          <ArticlePane />
        </div>
      </div>
      {exportWish.value && <ExportDialog wish={exportWish.value} />}
      <ToastArea />
      <Listening />
      <KeysHelp />
    </>
  );
}
