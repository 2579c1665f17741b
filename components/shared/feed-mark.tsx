import { hueOf, initialOf } from './feed-letter';
import { dropIcon, feedIcons } from './icons-state';

interface Props {
  name: string;
  /** Absent for feeds that are not subscribed to. */
  feedId?: number | undefined;
}

/** The feed's icon as it is kept, or its initial on its own colour. No request is made for it, so nobody learns what is read. */
export function FeedMark({ name, feedId }: Props) {
  const icon = feedId === undefined ? undefined : feedIcons.value.get(feedId);
  if (feedId !== undefined && icon !== undefined)
    return <img class="feed-mark icon-picture" src={icon} alt="" onError={() => dropIcon(feedId)} />;
  return (
    <span class="feed-mark" aria-hidden="true" style={{ '--hue': `${hueOf(name)}` }}>
      {initialOf(name)}
    </span>
  );
}
