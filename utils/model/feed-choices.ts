import type { Feed } from './feed';

/** What the reader chose for one feed, beside its name, place and addresses. Absent where she left it as it is for all. */
export type FeedChoices = Pick<
  Feed,
  | 'checkEvery'
  | 'retention'
  | 'images'
  | 'notify'
  | 'keepsOffline'
  | 'fetchesFullText'
  | 'keepsApart'
  | 'hiding'
  | 'chineseScript'
  | 'speed'
>;

export const feedChoices = [
  'checkEvery',
  'retention',
  'images',
  'notify',
  'keepsOffline',
  'fetchesFullText',
  'keepsApart',
  'hiding',
  'chineseScript',
  'speed',
] as const satisfies (keyof FeedChoices)[];

/** The choices in a feed's row. */
export function choicesOf(feed: FeedChoices): FeedChoices {
  return Object.fromEntries(feedChoices.flatMap((name) => (feed[name] ? [[name, feed[name]]] : [])));
}

/** The row with these choices, and no others. */
export function withChoices<Row extends FeedChoices>(row: Row, choices: FeedChoices): Row {
  const bare = { ...row };
  for (const name of feedChoices) delete bare[name];
  return { ...bare, ...choices };
}
