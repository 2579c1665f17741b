import { signal } from '@preact/signals';
import { isChinese } from '../../utils/article/language';
import type { Convert } from '../../utils/text/chinese';
import type { Script } from '../../utils/text/written-in';
import { feedFace } from './feeds-state';
import { settings } from './settings-state';

/** What makes one script of both, with the language it is in then. */
export interface Conversion {
  convert: Convert;
  language: string;
}

const tags: Record<Script, string> = { hans: 'zh-Hans', hant: 'zh-Hant' };
const loaded = signal<ReadonlyMap<Script, Conversion>>(new Map());
const asked = new Set<Script>();

function load(script: Script): void {
  if (asked.has(script)) return;
  asked.add(script);
  void import('../../utils/text/chinese')
    .then(({ loadConverter }) => loadConverter(script))
    .then(
      (convert) => {
        loaded.value = new Map(loaded.value).set(script, { convert, language: tags[script] });
      },
      // as written is better than nothing
      () => asked.delete(script),
    );
}

/**
 * What the reader's choice makes of a feed's Chinese: her choice for this feed, else that for all. null while it is shown
 * as written; what converts is loaded at the first use.
 */
export function conversionFor(feedId: number): Conversion | null {
  const script = feedFace(feedId).script ?? settings.value.chineseScript;
  if (script === 'asWritten') return null;
  const found = loaded.value.get(script);
  if (!found) load(script);
  return found ?? null;
}

/** A feed's text in this language as it is to be shown, and its language then. Japanese and Korean stay as they are. */
export function inScript(text: string, language: string, feedId: number): { text: string; language: string } {
  const now = isChinese(language) ? conversionFor(feedId) : null;
  return now ? { text: now.convert(text, language), language: now.language } : { text, language };
}

const untouched = 'pre, code, kbd, samp, [lang|=ja], [lang|=ko]';

/** Does the same to all texts of an article that was just made. */
export function convertTexts(root: DocumentFragment, language: string, now: Conversion | null): void {
  if (!now || !isChinese(language)) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text;
    if (!text.parentElement?.closest(untouched)) text.data = now.convert(text.data, language);
  }
}
