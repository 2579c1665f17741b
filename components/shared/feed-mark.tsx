import { dropIcon, feedIcons } from './icons-state';

/** A colour that stays with the name: neighbours in a list are told apart before they are read. */
function hueOf(name: string): number {
  let hash = 0;
  for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 3600;
  return hash / 10;
}

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
  const initial = /[\p{L}\p{N}]/u.exec(name)?.[0] ?? '·';
  return (
    <span class="feed-mark" aria-hidden="true" style={{ '--hue': `${hueOf(name)}` }}>
      {initial.toLocaleUpperCase()}
    </span>
  );
}
