import { isWideScript, textLanguage } from '../../utils/article/language';

const wideSign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const latinWord = /\p{Script=Latin}{2,}/gu;
const letter = /\p{L}/gu;
/** Fewer foreign words than this are names, which every voice reads. */
const fewWords = 3;

const count = (text: string, of: RegExp) => text.match(of)?.length ?? 0;

/**
 * The language of a sentence in a text of `declared` language: publishers mark a text's language, but seldom that of a
 * sentence in it. A sentence of Latin words among Chinese ones counts as English, and one of mostly Chinese signs elsewhere
 * as Chinese; a name or a word of the other script changes nothing.
 */
export function spokenLanguage(text: string, declared: string): string {
  const signs = count(text, wideSign);
  if (isWideScript(declared)) return signs === 0 && count(text, latinWord) >= fewWords ? 'en' : declared;
  return signs * 2 > count(text, letter) ? textLanguage(text, '') : declared;
}
