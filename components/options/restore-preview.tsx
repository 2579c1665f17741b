import type { ChangedChoice } from '../../utils/backup/preview';
import { type TextKey, t } from '../../utils/browser/text';
import { feedName } from '../../utils/model/feed';
import { countWords, formatNumber, uiLanguage } from '../shared/locale';
import { Meter } from '../shared/meter';
import { exactTime } from '../shared/time-words';
import { cancelRestore, type Opened, opened, restore, restoring } from './restoring';

/** More names than anyone reads. */
const namesShown = 100;

function NotInBackup({ feeds }: { feeds: Opened['preview']['notInBackup'] }) {
  if (feeds.length === 0) return null;
  return (
    <details>
      <summary>{countWords('restoreOthers', feeds.length)}</summary>
      <ul>
        {feeds.slice(0, namesShown).map((feed) => (
          <li key={feed.id} dir="auto">
            {feedName(feed)}
          </li>
        ))}
        {feeds.length > namesShown && <li>{t('andMore', [formatNumber(feeds.length - namesShown)])}</li>}
      </ul>
    </details>
  );
}

const choiceNames = {
  name: 'choiceName',
  addresses: 'choiceAddresses',
  checkEvery: 'choiceInterval',
  retention: 'choiceRetention',
  images: 'choiceImages',
  notify: 'choiceNotify',
  keepsOffline: 'choiceOffline',
  fetchesFullText: 'choiceFullText',
  keepsApart: 'choiceApart',
  hiding: 'choiceHiding',
  chineseScript: 'choiceScript',
  speed: 'choiceSpeed',
} as const satisfies Record<ChangedChoice, TextKey>;

/** What a replacing restore sets otherwise, feed by feed. */
function ChangedFeeds({ changed }: Pick<Opened['preview'], 'changed'>) {
  const names = new Intl.ListFormat(uiLanguage(), { type: 'unit' });
  return (
    <details>
      <summary>{countWords('restoreSets', changed.length)}</summary>
      <ul>
        {changed.slice(0, namesShown).map(({ feed, what }) => (
          <li key={feed.id}>
            <bdi>{feedName(feed)}</bdi> · {names.format(what.map((one) => t(choiceNames[one])))}
          </li>
        ))}
        {changed.length > namesShown && <li>{t('andMore', [formatNumber(changed.length - namesShown)])}</li>}
      </ul>
    </details>
  );
}

function Changes({ preview, articles }: Opened) {
  const { added, alreadyThere, changed, notInBackup, privateAddresses } = preview;
  return (
    <ul>
      <li>{countWords('restoreAdds', added.length)}</li>
      <li>{countWords('restoreKeeps', alreadyThere)}</li>
      <li>{countWords('restoreArticles', articles)}</li>
      {changed.length > 0 && (
        <li>
          <ChangedFeeds changed={changed} />
        </li>
      )}
      {privateAddresses > 0 && <li>{countWords('restorePrivate', privateAddresses)}</li>}
      {notInBackup.length > 0 && (
        <li>
          <NotInBackup feeds={notInBackup} />
        </li>
      )}
    </ul>
  );
}

function Ways() {
  return (
    <>
      <div class="restore-way">
        <button type="button" class="button primary" onClick={() => void restore('merge')}>
          {t('restoreMerge')}
        </button>
        <p>{t('restoreMergeText')}</p>
      </div>
      <div class="restore-way">
        <button type="button" class="button" onClick={() => void restore('replace')}>
          {t('restoreReplace')}
        </button>
        <p>{t('restoreReplaceText')}</p>
      </div>
      <div class="restore-way">
        <button
          type="button"
          class="button quiet-button"
          onClick={() => {
            opened.value = null;
          }}
        >
          {t('cancel')}
        </button>
      </div>
    </>
  );
}

/** What the restore of the opened backup would change, and the ways to do it. */
export function RestorePreviewPanel() {
  const backup = opened.value;
  const now = restoring.value;
  if (!backup) return null;
  return (
    <div class="import-report restore-preview">
      <p>{t('restoreOf', [exactTime(backup.head.writtenAt, uiLanguage())])}</p>
      <Changes {...backup} />
      {now ? (
        <Meter label={t('restoreRunning')} done={now.done} total={now.total} onCancel={cancelRestore} />
      ) : (
        <Ways />
      )}
    </div>
  );
}
