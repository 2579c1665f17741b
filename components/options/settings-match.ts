import { fold } from '../../utils/rules/fold';

/** Something that is found by its words. */
export interface Findable<T> {
  value: T;
  /** Found before others by these. */
  title: string;
  /** Everything else that it is found by. */
  words: string;
}

const hanOnly = /^\p{Script=Han}{2,}$/u;

/** Accents, case, width and Chinese script are no difference. */
function comparable(text: string): string {
  return fold(text.normalize('NFKD').replace(/\p{M}/gu, ''));
}

/** 夜间主题 is not written anywhere, but 夜间 and 主题 are: each pair of signs, or each sign, has to be there. */
function hasSigns(term: string, words: string): boolean {
  return hanOnly.test(term) && [...term].every((sign) => words.includes(sign));
}

/**
 * Of `all` those that have every word of `query`, or words beginning or going on with it, those first that have them in
 * their title; otherwise in the order given. Chinese words that stand nowhere as typed are looked for sign by sign.
 */
export function matching<T>(query: string, all: readonly Findable<T>[]): T[] {
  const terms = comparable(query)
    .split(/[\s,，、]+/)
    .filter((term) => term !== '');
  if (terms.length === 0) return [];
  const folded = all.map(({ value, title, words }) => {
    const own = comparable(title);
    return { value, title: own, words: `${own} ${comparable(words)}` };
  });
  const having = (has: (term: string, words: string) => boolean) =>
    folded.filter(({ words }) => terms.every((term) => has(term, words)));
  const literally = having((term, words) => words.includes(term));
  const found =
    literally.length > 0 ? literally : having((term, words) => words.includes(term) || hasSigns(term, words));
  const inTitle = ({ title }: { title: string }) => terms.every((term) => title.includes(term));
  return [...found.filter(inTitle), ...found.filter((one) => !inTitle(one))].map(({ value }) => value);
}
