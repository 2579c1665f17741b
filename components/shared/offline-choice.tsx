import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { hasAccess } from '../../utils/browser/access';
import { requestAccess } from '../../utils/browser/permissions';
import { t } from '../../utils/browser/text';
import { countKept } from '../../utils/db/kept-entries';
import { watchChanges } from '../../utils/messages/changes';
import type { Feed } from '../../utils/model/feed';
import { countWords } from './locale';
import { perform } from './perform';

type Counts = Awaited<ReturnType<typeof countKept>>;

/** What is kept of the feed that is shown. */
const kept = signal<{ feedId: number; counts: Counts; allSites: boolean } | null>(null);

/** Every site there is: nobody knows beforehand where pictures come from. */
const everySite = ['*://*/*'];
/** An address of no site that is granted by itself. */
const anySite = 'https://any-site.invalid/';

async function look(feedId: number): Promise<void> {
  const [counts, allSites] = await Promise.all([countKept(feedId), hasAccess(anySite)]);
  kept.value = { feedId, counts, allSites };
}

/** The browser asks only straight in the click; a reader who refuses still gets what may be had. */
function choose(feedId: number, offline: boolean): void {
  const asked = offline ? requestAccess(everySite).catch(() => false) : Promise.resolve(false);
  void asked.then(() => perform('setOffline', { feedId, offline })).then(() => look(feedId));
}

function State({ feedId }: { feedId: number }) {
  useEffect(() => {
    void look(feedId);
    return watchChanges(({ kind }) => {
      if (kind === 'kept') void look(feedId);
    });
  }, [feedId]);
  const now = kept.value;
  if (now?.feedId !== feedId) return null;
  const { counts, allSites } = now;
  const parts = [
    countWords('articlesKept', counts.kept),
    ...(counts.waiting > 0 ? [countWords('articlesAwaited', counts.waiting)] : []),
    ...(counts.partly > 0 ? [countWords('articlesPartly', counts.partly)] : []),
  ];
  return (
    <>
      <p class="quiet" role="status">
        {parts.join(' · ')}
      </p>
      {!allSites && <p class="quiet">{t('offlineSites')}</p>}
      {(counts.partly > 0 || !allSites) && (
        <button type="button" class="button small" onClick={() => choose(feedId, true)}>
          {t(allSites ? 'retry' : 'allowAllSites')}
        </button>
      )}
    </>
  );
}

/** Whether a feed's articles are kept with their pictures, and how far that has come. */
export function OfflineChoice({ feed }: { feed: Feed }) {
  const isKept = feed.keepsOffline ?? false;
  return (
    <div class="offline-choice">
      <label class="check">
        <input
          type="checkbox"
          checked={isKept}
          onChange={(event) => choose(feed.id, event.currentTarget.checked)}
        />
        {t('offlineKeep')}
      </label>
      <p class="quiet">{t('offlineKeepText')}</p>
      {isKept && <State feedId={feed.id} />}
    </div>
  );
}
