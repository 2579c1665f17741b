import type { Markup } from '../text/markup';
import { words } from '../text/words';

/** Elements that HTML knows without an end tag. */
const VOID = words('area base br col embed hr img input link meta param source track wbr');

/**
 * The current tag as an HTML parser needs it: without a prefix, which within an article is that of XHTML, SVG or MathML,
 * and with the end tag that HTML does not take from `<p/>`.
 */
export function htmlTag({ source, name, kind, selfClosing, start, end, inner }: Markup): string {
  const plain = name.slice(name.indexOf(':') + 1);
  if (kind === 'close') return `</${plain}>`;
  const isClosed = selfClosing && !VOID.has(plain.toLowerCase());
  if (plain === name && !isClosed) return source.slice(start, end);
  return `<${plain}${inner.trimEnd()}>${isClosed ? `</${plain}>` : ''}`;
}
