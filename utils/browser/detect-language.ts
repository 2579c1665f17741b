import { browser } from 'wxt/browser';

/** Fewer characters than this say little of their language. */
const shortest = 40;
/** Of a text, to be of a language: the rest may be names and quotations. */
const share = 70;

/**
 * The language that the browser takes a text for, as a BCP 47 tag; '' where it is not sure, or the text is short. Nothing
 * leaves the machine: both browsers have it built in (CLD, i18n.detectLanguage).
 */
export async function detectLanguage(text: string): Promise<string> {
  if (text.length < shortest) return '';
  try {
    const { isReliable, languages } = await browser.i18n.detectLanguage(text);
    const [first] = languages;
    const isSure = isReliable && first !== undefined && first.percentage >= share;
    return isSure && first.language !== 'und' ? first.language : '';
  } catch {
    return '';
  }
}
