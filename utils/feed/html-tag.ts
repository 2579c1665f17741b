import type { Markup } from '../text/markup';
import type { Scope } from './namespaces';

/** Elements that HTML knows without an end tag. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/**
 * The current tag as an HTML parser needs it: without the prefix of XHTML, SVG or MathML, and with the end tag that HTML
 * does not take from `<p/>`.
 */
export function htmlTag(markup: Markup, scope: Scope): string {
  const { source, name, kind } = markup;
  const colon = name.indexOf(':');
  const rewritten = colon > 0 && isHtml(scope.namespace(name.slice(0, colon).toLowerCase()));
  const plain = rewritten ? name.slice(colon + 1) : name;
  if (kind === 'close') return `</${plain}>`;
  const closed = markup.selfClosing && !VOID.has(plain.toLowerCase());
  const tag =
    rewritten || closed ? `<${plain}${source.slice(markup.innerStart, markup.innerEnd).trimEnd()}>` : '';
  if (closed) return `${tag}</${plain}>`;
  return tag === '' ? source.slice(markup.start, markup.end) : tag;
}

function isHtml(namespace: string): boolean {
  return namespace === 'xhtml' || namespace === 'svg' || namespace === 'math';
}
