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
  const follow = async () => (await import('./undo-offer')).followUndoOffers();
  onceListed(follow);
  onceListed(async () => (await import('./keep-focus')).keepFocus());
  onceListed(followHealth);
}
