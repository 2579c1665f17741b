import { expect, test } from 'vitest';
import { firstSightCopies } from './first-sight-copies';
import { firstSightLookAlikes } from './first-sight-look-alikes';
import { firstSightArticles } from './first-sight-texts';
import { lastArticles, lastCopies, lastLookAlikes } from './last-sight';
import { differentArticles, type Pair } from './pairs';
import { measured } from './tally';

/**
 * Articles, copies and look-alikes that were written to be measured once, before anything was done about what they showed.
 * Measured so, precision was 0.981 (a land's name in a form, a digest that ends as another) and 0.949 (names in a notice of
 * a court), recall 0.943 and 1.000.
 *
 * What was learnt from them was measured on articles that are not in this repository: 19,876 items of a television
 * programme in Chinese with their dates, 839 issues of two weekly letters, and 79 articles of a news site in English. Of the
 * two pairs that were joined both were one article sent twice. With all of them dated to one moment 127 were joined, all but
 * the two of one title and of different years. Of 13,836 copies, made of 640 of them in these ways, 13,108 were joined.
 */
const rounds: [string, Pair[], Pair[]][] = [
  ['fourth round', firstSightCopies(), [...firstSightLookAlikes(), ...differentArticles(firstSightArticles)]],
  ['fifth round', lastCopies(), [...lastLookAlikes(), ...differentArticles(lastArticles)]],
];

test.each(rounds)('pairs that no rule had seen, %s', (_, same, different) => {
  const { wrong, precision, recall } = measured(same, different);
  expect(wrong).toEqual([]);
  expect(precision).toBeGreaterThanOrEqual(0.99);
  expect(recall).toBeGreaterThanOrEqual(0.7);
});
