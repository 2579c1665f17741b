import { sharedValue } from '../../utils/browser/shared-value';
import type { Entry } from '../../utils/model/entry';

/** An article's `altKey`, which outlives a lost database and a feed's new ids, and the characters above the window's top. */
type Place = readonly [article: string, passed: number];

const mostPlaces = 300;

/** Newest last. */
let places: readonly Place[] = [];

function isPlace(one: unknown): one is Place {
  if (!Array.isArray(one) || one.length !== 2) return false;
  const [article, passed]: unknown[] = one;
  return typeof article === 'string' && Number.isSafeInteger(passed);
}

function take(value: unknown): void {
  places = Array.isArray(value) ? value.filter(isPlace) : [];
}

const kept = sharedValue('places', take);

/** Resolved when it is known where articles were left before. */
export const placesKnown = kept.read().then(take);

/** Characters above the top of the window where the article was left; 0 where it was left at its start or its end. */
export function placeIn({ altKey }: Pick<Entry, 'altKey'>): number {
  return places.find(([article]) => article === altKey)?.[1] ?? 0;
}

/** Keeps the place of an article on all pages, of the last three hundred; 0 forgets it. */
export function keepPlace({ altKey }: Pick<Entry, 'altKey'>, passed: number): void {
  if (passed === placeIn({ altKey })) return;
  const others = places.filter(([article]) => article !== altKey);
  places = (passed > 0 ? [...others, [altKey, passed] as const] : others).slice(-mostPlaces);
  kept.write(places);
}
