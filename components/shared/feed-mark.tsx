/** A colour that stays with the name: neighbours in a list are told apart before they are read. */
function hueOf(name: string): number {
  let hash = 0;
  for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 3600;
  return hash / 10;
}

/** The feed's initial on its own colour. No request is made for it, so nobody learns what is read. */
export function FeedMark({ name }: { name: string }) {
  const initial = /[\p{L}\p{N}]/u.exec(name)?.[0] ?? '·';
  return (
    <span class="feed-mark" aria-hidden="true" style={{ '--hue': `${hueOf(name)}` }}>
      {initial.toLocaleUpperCase()}
    </span>
  );
}
