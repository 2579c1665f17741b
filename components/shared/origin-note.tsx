import { t } from '../../utils/browser/text';
import type { Body } from '../../utils/model/entry';
import type { Feed } from '../../utils/model/feed';
import { readWebUrl } from '../../utils/text/address-url';
import { uiLanguage } from './locale';
import { exactTime } from './time-words';

/** Which of its feed's addresses an article's text came from, and when: of feeds that have had several. */
export function OriginNote({ body, feed }: { body: Body; feed: Feed }) {
  const { sentBy, sentAt } = body;
  const isAsEver = feed.sources.length === 1 && (sentBy ?? feed.sources[0]?.url) === feed.sources[0]?.url;
  if (feed.sources.length === 0 || isAsEver) return null;
  const host = sentBy && readWebUrl(sentBy)?.host;
  return (
    <p class="origin-note" title={sentBy}>
      {host && sentAt !== undefined
        ? t('sentBy', [host, exactTime(sentAt, uiLanguage())])
        : t('sentByUnknown')}
    </p>
  );
}
