import type { Entry } from '../../utils/model/entry';

/** Simplified and traditional writing of the signs that the test uses; what simplified writing joined is one. */
const joined =
  '发發髮 后後 里裡裏 台臺颱 干幹乾 国國 会會 总總 统統 湾灣 风風 头頭 面麵 制製 机機 手 法 案 表 谈談 公 内內 部 天 气氣';
const chiefs = new Map(
  joined.split(' ').flatMap(([chief = '', ...others]) => others.map((one) => [one, chief] as const)),
);

/**
 * A text as it is compared, told once more and plainly: no accents, no widths, nothing that cannot be seen, one case and one script, a space between
 * words, and between runs of Chinese and of Latin.
 */
export function plainly(text: string): string {
  const one = text
    .normalize('NFKD')
    .replaceAll(/[\p{Mn}\p{Cf}]/gu, '')
    .toLowerCase();
  const folded = Array.from(one, (sign) => chiefs.get(sign) ?? sign).join('');
  const runs = folded.match(/[a-z\d]+|(?:\p{Script=Han}|\p{Emoji_Presentation})+/gu) ?? [];
  return ` ${runs.join(' ')} `;
}

/** One thing that is asked for, as it is meant and not as it is written. */
export type Wish =
  | { words: string; whole: boolean; not: boolean }
  | { is: 'unread' | 'starred' | 'edited'; not: boolean }
  | { feed: string; not: boolean }
  | { after: number }
  | { before: number };

/** An article with all that a search looks at. */
export interface Article {
  entry: Entry;
  feed: string;
  /** Its title, author and text. */
  text: string;
}

const isLatin = (sign: string | undefined) => /[a-z\d]/.test(sign ?? '');

/** Whether a text has such words: Latin ones from their beginning, and to their end where they are whole. */
function has(text: string, words: string, whole: boolean): boolean {
  const wanted = plainly(words).trim();
  const needle = `${isLatin(wanted[0]) ? ' ' : ''}${wanted}${whole && isLatin(wanted.at(-1)) ? ' ' : ''}`;
  return plainly(text).includes(needle);
}

function grants(wish: Wish, { entry, feed, text }: Article): boolean {
  // what holds no word asks for nothing
  if ('words' in wish && plainly(wish.words).trim() === '') return true;
  if ('words' in wish)
    return (has(text, wish.words, wish.whole) || has(feed, wish.words, wish.whole)) !== wish.not;
  if ('feed' in wish) return has(feed, wish.feed, false) !== wish.not;
  if ('after' in wish) return entry.sortAt >= wish.after;
  if ('before' in wish) return entry.sortAt < wish.before;
  const is = { unread: entry.read === 0, starred: entry.starred === 1, edited: entry.edited === 1 };
  return is[wish.is] !== wish.not;
}

/** The articles that are all of that, newest first, by looking at each. */
export function findPlainly(articles: readonly Article[], wishes: readonly Wish[]): number[] {
  return articles
    .filter((article) => wishes.every((wish) => grants(wish, article)))
    .sort((a, b) => b.entry.sortAt - a.entry.sortAt || b.entry.id - a.entry.id)
    .map(({ entry }) => entry.id);
}
