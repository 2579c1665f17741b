import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import type { MenuItem } from './item-menu';
import type { parts } from './listening-parts';
import { loadListening } from './load-listening';
import { selectedEntry } from './walking';

type Act = keyof typeof parts.listeningKeys;

/** Does what a key for listening does, to this article. */
function listenTo(what: Act, entry: Entry | undefined): void {
  void loadListening().then(({ listeningKeys }) => listeningKeys[what](entry));
}

/** Does what a key for listening does, to the article that was selected when it was pressed. */
export function listen(what: Act): void {
  listenTo(what, selectedEntry());
}

/** What a menu offers of an article that brings something to hear. */
export function soundItems(entry: Entry): MenuItem[] {
  if (entry.audio !== 1) return [];
  return [
    { label: t('play'), run: () => listenTo('playThis', entry) },
    { label: t('playNext'), run: () => listenTo('playNext', entry) },
    { label: t('addToQueue'), run: () => listenTo('addToQueue', entry) },
  ];
}
