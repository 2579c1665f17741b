/**
 * On these hosts, addresses of this shape have these feeds: `[host, path, ...feeds]`. Every row that fits counts.
 *
 * - host, without `www.`, `m.` and the like: `github.com`, `*.tumblr.com` (not `tumblr.com` itself), `gitlab.*`, `*`.
 * - path, without its final slash, as an expression (with the query where it has a `\?`). `:name` stands for a part of it,
 *   `:name+` for several parts, `:name(...)` for what the expression in brackets fits, a final `/*` for nothing or anything.
 * - feed: an address, or a path on the same site; a space; what it is. `{name}` is what stood there in the path, or a
 *   parameter of the query (without it there is no such feed); `{search}` the whole query. A `?` in front marks a guess.
 */
export type SiteRule = readonly [host: string, path: string, ...feeds: string[]];

export function fitsHost(pattern: string, host: string): boolean {
  const pieces = pattern.split('*');
  if (pieces.length === 1) return host === pattern;
  const [first = ''] = pieces;
  return (
    host.startsWith(first) &&
    host.endsWith(pieces.at(-1) ?? '') &&
    pieces.every((piece) => host.includes(piece))
  );
}

/** A row's path as an expression; `reserved` are first parts that its first name does not stand for. */
export function pathPattern(path: string, reserved = ''): RegExp {
  const named = path.replace(/(?<!\(\?):(\w+)(\+|\((?!\?)[^)]*\))?/g, (_, name: string, kind = '[^/]+?') => {
    // Several parts never go across GitLab's `/-/`.
    return `(?<${name}>${kind === '+' ? '(?:(?!/-(?:/|$)).)+?' : kind})`;
  });
  const free = reserved !== '' && path.startsWith('/:') ? `(?!/(?:${reserved})(?:/|$))` : '';
  return new RegExp(`^${free}${named.replace(/\/\*$/, '(?:/.*)?')}$`);
}
