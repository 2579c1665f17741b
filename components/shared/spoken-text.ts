import { saidFor, spokenPieces } from '../../utils/listening/sentences';
import { spokenLanguage } from './spoken-language';
import { placeInRun, textLines } from './text-runs';

/** A sentence of the open article, or a part of a long one. */
export interface Spoken {
  text: string;
  language: string;
  /** Where it stands on the page. */
  range: StaticRange;
}

/** Code is for eyes, what stands above signs says them twice, and so do the marks of footnotes; what is folded away is not shown. */
const unspoken = `pre, rt, rp, script, style, button, audio, video, [hidden], [aria-hidden=true],
  sup:has(a), a > sup, details:not([open]) > :not(summary)`;

function rangeIn(run: readonly Text[], from: number, to: number): StaticRange | null {
  const [start, end] = [placeInRun(run, from, false), placeInRun(run, to, true)];
  if (!start || !end) return null;
  const [startContainer, startOffset] = start;
  const [endContainer, endOffset] = end;
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

function spokenIn(root: Element): Spoken[] {
  const runs = textLines(root).map((run) => run.filter((node) => !node.parentElement?.closest(unspoken)));
  return runs.flatMap((run) => {
    const text = run.map((node) => node.data).join('');
    const language = run[0]?.parentElement?.closest<HTMLElement>('[lang]')?.lang ?? '';
    return spokenPieces(text, language).flatMap(([from, to]) => {
      const range = rangeIn(run, from, to);
      if (!range) return [];
      const spoken = saidFor(text.slice(from, to));
      return [{ text: spoken, language: spokenLanguage(spoken, language), range }];
    });
  });
}

/** What is read aloud of the open article: its title, then its text. */
export function spokenText(): Spoken[] {
  return ['#article-title', '[data-article-body]'].flatMap((selector) => {
    const root = document.querySelector(selector);
    return root ? spokenIn(root) : [];
  });
}

/** The language of the open article. */
export function mainLanguage(): string {
  return document.querySelector<HTMLElement>('[data-article-body]')?.lang ?? '';
}

/** Where a sentence is seen; null where it is not on the page any more, or takes no room on it. */
export function rectOf({ range }: Spoken): DOMRect | null {
  if (!range.startContainer.isConnected || !range.endContainer.isConnected) return null;
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const rect = live.getBoundingClientRect();
  return rect.height > 0 ? rect : null;
}
