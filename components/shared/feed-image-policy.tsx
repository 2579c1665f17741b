import { type TextKey, t } from '../../utils/browser/text';
import { type ImagePolicy, imagePolicies } from '../../utils/model/settings';
import { feedsById } from './feeds-state';
import { perform } from './perform';
import { settings } from './settings-state';

export const imagePolicyWords: Record<ImagePolicy, TextKey> = {
  always: 'imagesAlways',
  click: 'imagesClick',
  proxies: 'imagesProxies',
  cached: 'imagesCached',
};

/** When the images of one feed are asked for: as for all feeds, or as the reader says for this one. Nothing for feeds not subscribed. */
export function FeedImagePolicy({ feedId }: { feedId: number }) {
  const feed = feedsById.value.get(feedId);
  if (!feed) return null;
  const choose = (value: string) => {
    const images = imagePolicies.find((policy) => policy === value) ?? null;
    void perform('setFeedImages', { feedId, images });
  };
  return (
    <label class="feed-images">
      <span>{t('feedImages')}</span>
      <select value={feed.images ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t('feedImagesAll', [t(imagePolicyWords[settings.value.images])])}</option>
        {imagePolicies.map((policy) => (
          <option key={policy} value={policy}>
            {t(imagePolicyWords[policy])}
          </option>
        ))}
      </select>
    </label>
  );
}
