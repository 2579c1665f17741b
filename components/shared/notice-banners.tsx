import type { Notices } from '../../utils/browser/notices';
import { t } from '../../utils/browser/text';
import type { NoticeName } from '../../utils/messages/protocol';
import { Banner } from './banner';
import { countWords, uiLanguage } from './locale';
import { perform } from './perform';
import { exactTime } from './time-words';

const dismissing = (notice: NoticeName) => () => void perform('dismissNotice', { notice });

/** What the reader is told once, until she has dismissed it. */
export function NoticesTold({ notices: { restored, repaired, full } }: { notices: Notices }) {
  return (
    <>
      {full && (
        <Banner
          icon="warning"
          tone="warn"
          text={t('diskFull', [exactTime(full.at, uiLanguage())])}
          onDismiss={dismissing('full')}
        />
      )}
      {repaired && (
        <Banner
          icon="check"
          tone="ok"
          text={countWords('countsRepaired', repaired.count)}
          onDismiss={dismissing('repaired')}
        />
      )}
      {restored && (
        <Banner
          icon="check"
          tone="ok"
          text={countWords('restoredFeeds', restored.count)}
          onDismiss={dismissing('restored')}
        />
      )}
    </>
  );
}
