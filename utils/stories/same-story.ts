import { type Copy, couplesOf } from './copy';

const hour = 3_600_000;

/** What it takes to be one story. Chosen on the labelled pairs of tests/stories, on the side of two rows too many. */
const rule = {
  /** Copies at other addresses come within so long: a daily programme may describe itself in the same words every day. */
  window: 20 * hour,
  /** Texts that differ in hardly more than that leave titles more freedom. */
  soon: 12 * hour,
  /** So many units of a title say what an article is about; fewer are the name of a column. */
  titleUnits: 6,
  /** Units of a title that may stand for a text that is not there, at the same moment. */
  loneTitle: 12,
  sameMoment: 60_000,
  /** Runs of three units: fewer say nothing. */
  shortest: 20,
  short: 60,
  /** From so many places that are its own on, and so much of it, a text is a form filled in another way. */
  filledPlaces: 3,
  filledShortly: 2,
  filledShare: 0.15,
  /** Units around that place of a title. */
  filledTitle: 3,
} as const;

function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const one of few) if (many.has(one)) count++;
  return count;
}

/** How alike two titles are: 1 for the same units, else the share of neighbours that both have (Dice). */
function titleLikeness(a: readonly string[], b: readonly string[]): number {
  if (a.join(' ') === b.join(' ')) return 1;
  const [left, right] = [new Set(couplesOf(a)), new Set(couplesOf(b))];
  return left.size + right.size === 0 ? 0 : (2 * shared(left, right)) / (left.size + right.size);
}

interface Likeness {
  title: number;
  /** Titles count the same. */
  counts: boolean;
  /** Of all that is in either text, and of the shorter one. */
  resemblance: number;
  containment: number;
  /** Size of the shorter text. */
  size: number;
  /** Of the numbers in the text that has fewer, how many the other has. */
  numbers: number;
}

function likeness(a: Copy, b: Copy): Likeness {
  const both = shared(a.shingles, b.shingles);
  const size = Math.min(a.shingles.size, b.shingles.size);
  const fewest = Math.min(a.numbers.size, b.numbers.size);
  return {
    title: titleLikeness(a.title, b.title),
    counts: a.counts === b.counts,
    resemblance: both / Math.max(1, a.shingles.size + b.shingles.size - both),
    containment: both / Math.max(1, size),
    size,
    numbers: fewest < 2 ? 1 : shared(a.numbers, b.numbers) / fewest,
  };
}

/** Whether one title has words that its own text has and the other text lacks: another place, another person. */
function speaksOfOther(a: Copy, b: Copy): boolean {
  const known = new Set(b.title);
  const own = a.title.filter((unit) => !known.has(unit));
  const telling = own.filter((unit) => a.words.has(unit) && !b.words.has(unit));
  return (own.length > 0 && telling.length * 2 >= own.length) || namesOther(a, b);
}

/** The same of two units that follow each other: 法 is in many a text, 法国 in those on France. */
function namesOther(a: Copy, b: Copy): boolean {
  const known = new Set(couplesOf(b.title));
  const own = couplesOf(a.title).filter((couple) => !known.has(couple) && a.couples.has(couple));
  return own.length > 0 && own.filter((couple) => !b.couples.has(couple)).length * 2 >= own.length;
}

/** In how many places, and by which share, a text differs from another. */
function ownPlaces(a: Copy, b: Copy): { places: number; share: number } {
  let [places, own, isBefore] = [0, 0, false];
  for (const one of a.inOrder) {
    const isOwn = !b.shingles.has(one);
    if (isOwn) own++;
    if (isOwn && !isBefore) places++;
    isBefore = isOwn;
  }
  return { places, share: own / Math.max(1, a.inOrder.length) };
}

/** Copies are cut short, framed, or edited in a place or two; forms are filled in here and there, both of them. */
function isFilledForm(a: Copy, b: Copy): boolean {
  const isShort = Math.min(a.shingles.size, b.shingles.size) < rule.short;
  const fewest = isShort ? rule.filledShortly : rule.filledPlaces;
  const own = [ownPlaces(a, b), ownPlaces(b, a)];
  if (isFilledTitle(a.title, b.title) && own.every(({ places }) => places >= rule.filledShortly)) return true;
  return own.every(({ places, share }) => places >= fewest && share >= rule.filledShare);
}

/** Whether titles differ in one place, where each has words of its own: `广州市法院公告` and `成都市法院公告`. */
function isFilledTitle(a: readonly string[], b: readonly string[]): boolean {
  const shortest = Math.min(a.length, b.length);
  let [before, after] = [0, 0];
  while (before < shortest && a[before] === b[before]) before++;
  while (after < shortest - before && a.at(-1 - after) === b.at(-1 - after)) after++;
  const common = before + after;
  return common >= rule.filledTitle && common < shortest;
}

/** The page is the same; some feeds give all their articles one, and some write about another's page under its address. */
function samePage({ title, containment, size }: Likeness): boolean {
  return title >= 0.5 || (size >= rule.shortest && containment >= 0.6);
}

/** Another page with the same words. */
function sameWords(a: Copy, b: Copy, like: Likeness): boolean {
  const { title, counts, resemblance, containment, size, numbers } = like;
  const apart = Math.abs(a.sortAt - b.sortAt);
  if (!counts || apart > rule.window) return false;
  const lone = size < rule.shortest;
  if (title === 1 && lone) return a.title.length >= rule.loneTitle && apart <= rule.sameMoment;
  if (lone || numbers < 0.7 || isFilledForm(a, b)) return false;
  if (speaksOfOther(a, b) && speaksOfOther(b, a)) return false;
  if (size >= rule.short && resemblance >= 0.85 && title >= 0.3 && apart <= rule.soon) return true;
  if (title === 1) return a.title.length >= rule.titleUnits && containment >= 0.5;
  return title >= 0.4 && size >= rule.short && resemblance >= 0.6;
}

/**
 * Whether two articles of different feeds are copies of one story. By the page's address, unless titles and texts speak
 * against it; else by title and text together. Two of the same feed are one only when they also have one address: the
 * caller sees to that. In doubt they are two.
 */
export function isSameStory(a: Copy, b: Copy): boolean {
  const like = likeness(a, b);
  if (a.address !== '' && a.address === b.address && like.counts && samePage(like)) return true;
  return sameWords(a, b, like);
}

/**
 * Whether two articles that were copies of one story still are, after one was edited: on one page, a title that counts
 * otherwise ("5 are missing", "7 are missing") is news that the other copy does not have yet.
 */
export function isStillSameStory(a: Copy, b: Copy): boolean {
  return isSameStory(a, b) || (a.address !== '' && a.address === b.address && samePage(likeness(a, b)));
}
