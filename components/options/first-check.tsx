import { computed } from '@preact/signals';
import { isArchive } from '../../utils/archive/archive-feed';
import { requestAccess } from '../../utils/browser/permissions';
import { t } from '../../utils/browser/text';
import { feeds } from '../shared/feeds-state';
import { Icon } from '../shared/icon';
import { progress, refresh } from '../shared/refreshing';
import { toast } from '../shared/toasts';
import { patternsFor } from './subscribe-state';

/** Feeds of which nothing is known yet. */
export const uncheckedFeeds = computed(() =>
  feeds.value.filter((feed) => feed.lastCheck === null && !feed.problem && !isArchive(feed)),
);

/** Asked for straight in the click: browsers refuse it after the first await. */
function allowAndCheck(): void {
  const waiting = uncheckedFeeds.value;
  const patterns = waiting.flatMap(({ sources }) => sources.flatMap(({ url }) => patternsFor(url)));
  void requestAccess([...new Set(patterns)]).then((granted) => {
    if (granted) void refresh(waiting.map(({ id }) => id));
    else toast(t('permissionDenied'));
  });
}

/** After an import: the sites of what came are asked for, and looked at, in one press. Nothing once they were. */
export function FirstCheck() {
  if (uncheckedFeeds.value.length === 0 || progress.value !== null) return null;
  return (
    <button type="button" class="button" onClick={allowAndCheck}>
      <Icon name="refresh" />
      {t('firstCheck')}
    </button>
  );
}
