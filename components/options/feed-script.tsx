import { type TextKey, t } from '../../utils/browser/text';
import type { Feed } from '../../utils/model/feed';
import { type ChineseScript, chineseScripts } from '../../utils/model/settings';
import { perform } from '../shared/perform';
import { settings } from '../shared/settings-state';

const words: Record<ChineseScript, TextKey> = {
  asWritten: 'chineseAsWritten',
  hans: 'chineseHans',
  hant: 'chineseHant',
};

/** The script in which one feed's Chinese is shown: as for all feeds, or as the reader says for this one. */
export function FeedScript({ feed }: { feed: Feed }) {
  const choose = (value: string) => {
    const script = chineseScripts.find((one) => one === value) ?? null;
    void perform('setFeedScript', { feedId: feed.id, script });
  };
  return (
    <label class="feed-images">
      <span>{t('feedScript')}</span>
      <select value={feed.chineseScript ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t('feedImagesAll', [t(words[settings.value.chineseScript])])}</option>
        {chineseScripts.map((script) => (
          <option key={script} value={script}>
            {t(words[script])}
          </option>
        ))}
      </select>
    </label>
  );
}
