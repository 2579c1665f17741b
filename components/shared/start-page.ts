import { type ComponentChild, render } from 'preact';
import { getProgress } from '../../utils/browser/progress';
import { t } from '../../utils/browser/text';
import { startClock } from './clock';
import { followHealth, loadFeeds } from './feeds-state';

import { startImageChoice } from './image-choice';
import { startLive } from './live';
import { uiLanguage } from './locale';
import { onceListed } from './once-listed';
import { progress } from './refreshing';
import { startSettings } from './settings-state';
import { loadTags } from './tags-state';

/**
 * What may wait. It has a function of its own: Firefox keeps all that a function was given for as long as one of its
 * closures is kept, and the first view leads to each list that was ever drawn.
 */
function startLater(): void {
  onceListed(async () => (await import('./undo-offer')).followUndoOffers());
  onceListed(async () => (await import('./keep-focus')).keepFocus());
  onceListed(followHealth);
}

/** What every page does first: paint in the reader's theme, read her feeds, and follow what changes. */
export function startPage(view: ComponentChild): void {
  document.documentElement.lang = uiLanguage();
  document.title = t('extensionName');
  startSettings();
  startImageChoice();
  startLive();
  startClock();
  void loadFeeds()
    .then(loadTags)
    .finally(() => void import('./load-icons').then(({ loadIcons }) => loadIcons()));
  void getProgress(Date.now()).then((found) => {
    progress.value ??= found;
  });
  render(view, document.body);
  startLater();
}
