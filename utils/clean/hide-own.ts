import type { HidingRule } from '../model/hiding';
import { type Block, splitBlocks } from '../text/blocks';
import { collapse, htmlToText } from '../text/html-text';
import { foldScript } from '../text/script-fold';
import { cutOut } from './cut-out';
import type { Span } from './elements';
import { findElements } from './find-elements';
import { readSelector } from './selector';

/** What a rule of the reader's hides in one article. */
export interface OwnHidden {
  rule: HidingRule;
  /** '' where there are only pictures. */
  words: string;
}

/** Case, spaces and the script of Chinese make no difference. */
export function comparable(text: string): string {
  return foldScript(collapse(text)).toLowerCase();
}

/** Where a rule finds something in an article; nothing for a selector that cannot be read. */
export function findOwn(html: string, { by, what }: HidingRule, blocks = splitBlocks(html)): Span[] {
  if (by === 'selector') {
    const selector = readSelector(what);
    return 'reason' in selector ? [] : findElements(html, selector);
  }
  const wanted = comparable(what);
  const isMeant = (text: string) => (by === 'text' ? text === wanted : text.includes(wanted));
  return wanted === '' ? [] : blocks.filter((block: Block) => isMeant(comparable(block.text)));
}

/**
 * An article without what the reader's rules mean, and what that is. A rule that would leave nothing to see hides nothing
 * in this article. The given HTML stays.
 */
export function hideOwn(html: string, rules: readonly HidingRule[]): { html: string; hidden: OwnHidden[] } {
  const blocks = splitBlocks(html);
  let found: Found[] = [];
  for (const rule of rules) {
    if (rule.off) continue;
    const more = outermost([...found, ...findOwn(html, rule, blocks).map((span) => ({ ...span, rule }))]);
    if (leavesSome(blocks, more)) found = more;
  }
  const hidden = found.map(({ rule, start, end }) => ({ rule, words: htmlToText(html.slice(start, end)) }));
  return { html: cutOut(html, found), hidden };
}

type Found = Span & { rule: HidingRule };

/** Whether a block stands in none of the pieces; both are in order. */
function leavesSome(blocks: readonly Block[], pieces: readonly Span[]): boolean {
  let at = 0;
  return blocks.some(({ start, end }) => {
    while ((pieces[at]?.end ?? start) < start) at++;
    const piece = pieces[at];
    return !piece || start < piece.start || end > piece.end;
  });
}

/** In order, without those that stand in another one or begin in it. */
function outermost(pieces: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const piece of [...pieces].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (piece.start >= (kept.at(-1)?.end ?? 0)) kept.push(piece);
  }
  return kept;
}
