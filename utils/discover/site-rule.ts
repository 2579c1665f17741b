/** For shapes of addresses that servers of many hosts share. */
export const anyHost = /./;

/**
 * One row: on these hosts, addresses of this shape have these feeds. Every row that fits counts, in order.
 */
export interface SiteRule {
  /** The host without `www.`, `m.` and the like. */
  host: RegExp;
  /** The path without its final slash, '' for the front page; its named groups go into the templates. */
  path: RegExp;
  /** What parameters of the query must look like. */
  query?: Readonly<Record<string, RegExp>>;
  /**
   * Template -> what the feed is. A template is an address, a path on the same site, or `rsshub:` with a route.
   * `{name}` is a group of `path` or a parameter of the query (without it there is no such feed), `{search}` the query.
   */
  feeds: Readonly<Record<string, string>>;
  /** The shape alone says it: the server may be of another kind. */
  guess?: true;
}
