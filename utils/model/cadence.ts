/**
 * When a feed's articles were published. Counted as they arrive, not looked up: opening a page costs a row a feed, and
 * pruning old articles changes nothing.
 */
export interface Cadence {
  feedId: number;
  /** The week that the last of `weeks` counts, as `weekOf` numbers it. */
  lastWeek: number;
  /** Articles a week, the oldest week first: 26. */
  weeks: number[];
  /** Articles by hour of the week in UTC, from Monday at 0: 168. Those without a date of their own are not in it. */
  hours: number[];
}
