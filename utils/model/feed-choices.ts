import type { Feed } from './feed';
import { ownRetention } from './retention';
import { imagePolicies } from './settings';

/** What the reader chose for one feed, beside its name, place and addresses. Absent where she left it as it is for all. */
export type FeedChoices = Pick<
  Feed,
  'checkEvery' | 'retention' | 'images' | 'keepsOffline' | 'fetchesFullText' | 'keepsApart'
>;

export const feedChoices = [
  'checkEvery',
  'retention',
  'images',
  'keepsOffline',
  'fetchesFullText',
  'keepsApart',
] as const satisfies (keyof FeedChoices)[];

/** The choices in a feed's row. */
export function choicesOf(feed: FeedChoices): FeedChoices {
  const { checkEvery, retention, images, keepsOffline, fetchesFullText, keepsApart } = feed;
  return {
    ...(checkEvery && { checkEvery }),
    ...(retention && { retention }),
    ...(images && { images }),
    ...(keepsOffline && { keepsOffline }),
    ...(fetchesFullText && { fetchesFullText }),
    ...(keepsApart && { keepsApart }),
  };
}

/** The choices among `value`, which comes from outside: what is none is left out. */
export function choicesFrom(value: unknown): FeedChoices {
  const own = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const minutes = own.get('checkEvery');
  const isInterval =
    typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 15 && minutes <= 1440;
  const rules = ownRetention(own.get('retention'));
  const images = imagePolicies.find((policy) => policy === own.get('images'));
  return choicesOf({
    ...(isInterval && { checkEvery: minutes }),
    ...(Object.keys(rules).length > 0 && { retention: rules }),
    ...(images && { images }),
    ...(own.get('keepsOffline') === true && { keepsOffline: true }),
    ...(own.get('fetchesFullText') === true && { fetchesFullText: true }),
    ...(own.get('keepsApart') === true && { keepsApart: true }),
  });
}

/** The row with these choices, and no others. */
export function withChoices<Row extends FeedChoices>(row: Row, choices: FeedChoices): Row {
  const bare = { ...row };
  for (const name of feedChoices) delete bare[name];
  return { ...bare, ...choices };
}
