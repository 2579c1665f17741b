import { type Block, splitBlocks } from '../text/blocks';
import { decodeEntities } from '../text/entities';
import { Markup } from '../text/markup';
import type { Known } from './block-key';
import { findRepeats, type Repeats } from './learn';

export interface Cleaned {
  /** What is left to show. */
  html: string;
  /** The words of what is hidden, in order. */
  hidden: string[];
  /** How many of the feed's articles have the hidden block that is seen most often. */
  articles: number;
}

const alone = new Set(['br', 'hr', 'img', 'wbr', 'embed', 'source', 'track', 'input']);

/** An article without the blocks that its feed repeats, and without links that show nothing. The given HTML stays. */
export function hideRepeats(html: string, known: Known, repeats: Repeats): Cleaned {
  const blocks = splitBlocks(html);
  const found = findRepeats(blocks, known, repeats);
  const hidden = new Set(found.map(({ block }) => block));
  const last = blocks.at(-1);
  const end = last && hidden.has(last) ? blocks.findLast((block) => !hidden.has(block))?.end : undefined;
  const shown = [...cutOut(html, blocks, hidden, end ?? html.length)].join('');
  return {
    html: dropEmptyLinks(shown),
    hidden: found.map(({ block }) => block.text),
    articles: Math.max(0, ...found.map(({ articles }) => articles)),
  };
}

/** The tags around a hidden block stay, because they may hold what is shown; rules and breaks after the end go. */
function* cutOut(html: string, blocks: readonly Block[], hidden: Set<Block>, end: number): Generator<string> {
  let at = 0;
  for (const block of blocks) {
    if (!hidden.has(block)) continue;
    yield between(html, at, block.start, end);
    yield unmatchedTags(html.slice(block.start, block.end));
    at = block.end;
  }
  yield at === 0 ? html : between(html, at, html.length, end);
}

function between(html: string, from: number, to: number, end: number): string {
  if (to <= end) return html.slice(from, to);
  return html.slice(from, Math.max(from, end)) + unmatchedTags(html.slice(Math.max(from, end), to));
}

/** Of a piece of HTML only the tags that open without closing in it, or close without having opened in it. */
function unmatchedTags(piece: string): string {
  const markup = new Markup(piece);
  const kept: { name: string; tag: string; opens: boolean }[] = [];
  while (markup.next()) {
    const name = markup.name.toLowerCase();
    const opens = markup.kind === 'open';
    if ((!opens && markup.kind !== 'close') || alone.has(name) || (opens && markup.selfClosing)) continue;
    const tag = piece.slice(markup.start, markup.end);
    const last = kept.at(-1);
    if (!opens && last?.opens && last.name === name) kept.pop();
    else kept.push({ name, tag, opens });
  }
  return kept.map(({ tag }) => tag).join('');
}

/** Links around nothing, where a mirror took a related article out. Keyboards stop at them, eyes do not see them. */
function dropEmptyLinks(html: string): string {
  const markup = new Markup(html);
  const kept: string[] = [];
  let from = 0;
  let link: number | null = null;
  while (markup.next()) {
    const isLink = markup.name.toLowerCase() === 'a';
    if (markup.kind === 'open') link = isLink && leadsOnly(markup) ? markup.start : null;
    else if (markup.kind === 'close' && isLink && link !== null) {
      kept.push(html.slice(from, link));
      from = markup.end;
      link = null;
    } else if (markup.kind !== 'text' || !isBlank(markup)) link = null;
  }
  return kept.join('') + html.slice(from);
}

/** An `a` with a name or id is a place that footnotes lead to. */
function leadsOnly(markup: Markup): boolean {
  const names = markup.attributes().map(({ name }) => name.toLowerCase());
  return names.includes('href') && !names.includes('id') && !names.includes('name');
}

function isBlank(markup: Markup): boolean {
  return decodeEntities(markup.source.slice(markup.start, markup.end)).trim() === '';
}
