import { t } from '../../utils/browser/text';
import { feedsById } from './feeds-state';
import { Icon } from './icon';

/** Where all that is known of a feed stands, and what can be chosen for it: a page beside the present one. */
export function feedPageAddress(feedId: number): string {
  return `options.html#feed/${feedId}`;
}

/** The way to a feed's page, as an icon among others. */
export function FeedPageLink({ feedId }: { feedId: number }) {
  const label = t('aboutFeed');
  return (
    <a
      class="icon-button"
      href={feedPageAddress(feedId)}
      target="_blank"
      rel="noreferrer"
      aria-label={label}
      title={label}
    >
      <Icon name="pulse" />
    </a>
  );
}

/** A feed's name that leads to its page; plain where it is not subscribed. */
export function FeedTitle({ feedId, name }: { feedId: number; name: string }) {
  if (!feedsById.value.has(feedId)) return <span dir="auto">{name}</span>;
  return (
    <a class="feed-title-link" href={feedPageAddress(feedId)} target="_blank" rel="noreferrer" dir="auto">
      {name}
    </a>
  );
}
