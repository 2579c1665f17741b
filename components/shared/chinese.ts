import { effect, signal } from '@preact/signals';
import { isChinese } from '../../utils/article/language';
import type { Convert } from '../../utils/text/chinese';
import { settings } from './settings-state';

const tags = { hans: 'zh-Hans', hant: 'zh-Hant' };

/** What the reader's choice makes of Chinese, with the language it is in then; null while it is shown as written. */
export const conversion = signal<{ convert: Convert; language: string } | null>(null);

effect(() => {
  const script = settings.value.chineseScript;
  if (script === 'asWritten') {
    conversion.value = null;
    return;
  }
  void import('../../utils/text/chinese')
    .then(({ loadConverter }) => loadConverter(script))
    .then(
      (convert) => {
        if (settings.value.chineseScript === script) conversion.value = { convert, language: tags[script] };
      },
      // as written is better than nothing
      () => undefined,
    );
});

/** A text in this language as it is to be shown, and its language then. Japanese and Korean stay as they are. */
export function inScript(text: string, language: string): { text: string; language: string } {
  const now = conversion.value;
  return now && isChinese(language)
    ? { text: now.convert(text), language: now.language }
    : { text, language };
}

const untouched = 'pre, code, kbd, samp, [lang|=ja], [lang|=ko]';

/** Does the same to all texts of an article that was just made. */
export function convertTexts(root: DocumentFragment, language: string): void {
  const now = conversion.value;
  if (!now || !isChinese(language)) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text;
    if (!text.parentElement?.closest(untouched)) text.data = now.convert(text.data);
  }
}
