import { splitBlocks } from '../text/blocks';
import { decodeEntities } from '../text/entities';
import { Markup } from '../text/markup';
import type { Known } from './block-key';
import { cutOut } from './cut-out';
import { findRepeats, type Repeats } from './learn';

export interface Cleaned {
  /** What is left to show. */
  html: string;
  /** The words of what is hidden, in order. */
  hidden: string[];
  /** How many of the feed's articles have the hidden block that is seen most often. */
  articles: number;
}

/**
 * An article without the blocks that its feed repeats, and without links that show nothing; those in `shown` (ids as
 * `findRepeats` gives them) stay. The given HTML stays as it is.
 */
export function hideRepeats(
  html: string,
  known: Known,
  repeats: Repeats,
  shown: ReadonlySet<string> = new Set(),
): Cleaned {
  const blocks = splitBlocks(html);
  const found = findRepeats(blocks, known, repeats).filter(({ id }) => !shown.has(id));
  const hidden = new Set(found.map(({ block }) => block));
  const last = blocks.at(-1);
  const end = last && hidden.has(last) ? blocks.findLast((block) => !hidden.has(block))?.end : undefined;
  const pieces = blocks.filter((block) => hidden.has(block));
  return {
    html: dropEmptyLinks(cutOut(html, pieces, end)),
    hidden: found.map(({ block }) => block.text),
    articles: Math.max(0, ...found.map(({ articles }) => articles)),
  };
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
