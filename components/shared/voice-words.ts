import { uiLanguage } from './locale';

/** "Chinese (Taiwan)" for zh-TW, in the language of the interface; the tag itself where it is none. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([uiLanguage()], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
