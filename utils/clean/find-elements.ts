import { type Opened, type Span, walkElements } from './elements';
import { matchBits, type Selector } from './selector';

/** Where the elements stand that a selector means; of those inside one another the outermost. Linear in the HTML. */
export function findElements(html: string, selector: Selector): Span[] {
  const last = 1 << (selector.length - 1);
  const found: Span[] = [];
  const bits = new Map<Opened, { own: number; around: number }>();
  let inside: Opened | null = null;
  walkElements(
    html,
    (element) => {
      const outer = element.outer ? bits.get(element.outer) : undefined;
      const around = (outer?.own ?? 0) | (outer?.around ?? 0);
      const own = matchBits(selector, element, outer?.own ?? 0, around);
      bits.set(element, { own, around });
      if (!inside && (own & last) !== 0) inside = element;
    },
    (element, span) => {
      bits.delete(element);
      if (inside !== element) return;
      found.push(span);
      inside = null;
    },
  );
  return found;
}
