import type { Rule } from './rule';

/** What another name made of something that is stored under this id. */
export interface Renamed<Value> {
  id: number;
  before: Value;
  after: Value;
}

/** A word that the reader puts on articles. Articles hold its id, so that another name costs one row. */
export interface Tag {
  id: number;
  title: string;
  /** In the bin since (ms); null while in use. Articles keep it until it is purged, so that it can come back. */
  removedAt: number | null;
  /** The tag that stands for it since they were merged. */
  mergedInto?: number;
  /** Articles that got that one through the merge. */
  mergedIds?: number[];
  /** What named it and names that one since. */
  mergedRules?: Renamed<Rule['actions']>[];
  mergedSearches?: Renamed<string>[];
  /** The merge was begun and may not have come to all articles. */
  merging?: 1;
}

/**
 * What a list can be made of besides read, starred and feed: the reader's tags by their ids (from 1), and these. All share
 * one index, which holds no row of an article that has none of them.
 */
export const listMarks = { hidden: 0, edited: -1, audio: -2 } as const;

/** How many entries have which mark: a tag, by its id, or one of `listMarks`. None stands at 0. */
export type MarkTally = Record<number, number>;

/** Characters of a tag's name. */
export const maxTagTitle = 60;
/** On one article. */
export const maxTags = 50;

/** A name as it is kept: without spaces around it or twice in a row, no longer than a name may be; '' for none. */
export function tagTitle(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').slice(0, maxTagTitle).trim();
}

/** What two spellings of one name have in common: case and width are no difference. */
export function tagKey(title: string): string {
  return tagTitle(title).normalize('NFKC').toLowerCase();
}
