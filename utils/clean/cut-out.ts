import { Markup } from '../text/markup';
import type { Span } from './elements';

const alone = new Set(['br', 'hr', 'img', 'wbr', 'embed', 'source', 'track', 'input']);

/**
 * HTML without these pieces of it, which are in order and apart. The tags around a piece stay, because they may hold what
 * is shown; behind `end` all but tags goes too.
 */
export function cutOut(html: string, pieces: readonly Span[], end = html.length): string {
  if (pieces.length === 0) return html;
  const kept: string[] = [];
  let at = 0;
  for (const piece of pieces) {
    kept.push(between(html, at, piece.start, end), unmatchedTags(html.slice(piece.start, piece.end)));
    at = piece.end;
  }
  return [...kept, between(html, at, html.length, end)].join('');
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
