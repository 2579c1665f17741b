import { type TextKey, t } from '../../utils/browser/text';

/** A text of the message table with what goes into its gaps; becomes words only where it is shown. */
export interface Phrase {
  key: TextKey;
  values?: string[];
}

/** The language the interface speaks, as a BCP 47 tag: numbers and dates are written in it too. */
export function uiLanguage(): string {
  return t('languageTag');
}

export function say(phrase: Phrase): string {
  return t(phrase.key, phrase.values ?? []);
}

/** Sentences in a row; Chinese ones need no space after their full stops. What is not said is left out. */
export function sentences(parts: readonly (Phrase | string | null | false)[]): string {
  const words = parts.flatMap((part) => (part ? [typeof part === 'string' ? part : say(part)] : []));
  return words.join(uiLanguage().startsWith('zh') ? '' : ' ');
}

let numbers: { language: string; format: Intl.NumberFormat } | null = null;

/** 12345 -> "12,345" */
export function formatNumber(value: number): string {
  const language = uiLanguage();
  // Making one takes longer than a hundred uses of it.
  if (numbers?.language !== language) numbers = { language, format: new Intl.NumberFormat(language) };
  return numbers.format.format(value);
}

type Stem<K extends string = TextKey> = K extends `${infer S}One`
  ? `${S}Other` extends TextKey
    ? S
    : never
  : never;

/** Words for a number of things: `stemOne` or `stemOther` by the plural rules of the language; `$1` is the number. */
export function countWords(stem: Stem, count: number): string {
  const rule = new Intl.PluralRules(uiLanguage()).select(count);
  return t(rule === 'one' ? `${stem}One` : `${stem}Other`, [formatNumber(count)]);
}
