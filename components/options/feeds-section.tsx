import { t } from '../../utils/browser/text';
import { feeds, feedsStatus, loadFeeds, troubledFeeds } from '../shared/feeds-state';
import { lazyView } from '../shared/lazy-view';
import { countWords } from '../shared/locale';
import { ProgressLine, progressWords } from '../shared/progress-line';
import { RetryNote } from '../shared/retry-note';
import { FeedTable } from './feed-table';
import { uncheckedFeeds } from './first-check';
import { ImportExport } from './import-export';
import { Setting } from './setting';
import { SubscribeForm } from './subscribe-form';

const Bin = lazyView(async () => (await import('./bin')).Bin);
const RsshubField = lazyView(async () => (await import('./rsshub-field')).RsshubField);

function Summary() {
  if (feeds.value.length === 0) return null;
  const troubled = troubledFeeds.value.length;
  const unchecked = uncheckedFeeds.value.length;
  const untroubled = unchecked === 0 ? t('allWell') : countWords('feedsUnchecked', unchecked);
  const state = troubled === 0 ? untroubled : countWords('feedsInTrouble', troubled);
  const parts = [countWords('feedCount', feeds.value.length), progressWords() ?? state];
  return (
    <div class="summary">
      <p class="lead">{parts.join(' · ')}</p>
      <ProgressLine />
    </div>
  );
}

/** Adding, importing, arranging and mending feeds. */
export function FeedsSection() {
  return (
    <>
      <h1>{t('sectionFeeds')}</h1>
      <Summary />
      <Setting id="add">
        <SubscribeForm />
      </Setting>
      <Setting id="opml">
        <ImportExport />
      </Setting>
      {feedsStatus.value === 'failed' ? (
        <RetryNote text={t('feedsFailed')} onRetry={() => void loadFeeds()} />
      ) : (
        <FeedTable />
      )}
      <Setting id="bin">
        <Bin />
      </Setting>
      <Setting id="rsshub" names={['rsshub']}>
        <RsshubField />
      </Setting>
    </>
  );
}
