import { afterSpace, EQUALS, GREATER, LESS } from './char-codes';

/** Quotation marks that the rest of the source no longer holds. */
export type MissingQuotes = Set<string>;

/**
 * Where the tag that is open at `from` ends: the offset of its `>`, of a `<` that comes first, or of the source's end.
 * A quotation mark opens a value only after `=`, as in HTML: in `title="a"b">` the tag ends at the `>`.
 */
export function tagEnd(source: string, from: number, missing: MissingQuotes): number {
  const { length } = source;
  let i = from;
  while (i < length) {
    const code = source.charCodeAt(i);
    if (code === GREATER || code === LESS) return i;
    i = code === EQUALS ? valueEnd(source, i + 1, missing) : i + 1;
  }
  return length;
}

/** After the quoted value that begins at `at`; `at` itself where none begins, or where it never ends. */
function valueEnd(source: string, at: number, missing: MissingQuotes): number {
  const i = afterSpace(source, at);
  const quote = source.charAt(i);
  if ((quote !== '"' && quote !== "'") || missing.has(quote)) return i;
  const close = source.indexOf(quote, i + 1);
  if (close >= 0) return close + 1;
  missing.add(quote);
  return i + 1;
}
