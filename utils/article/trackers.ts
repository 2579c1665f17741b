/** A side of an image that nobody can see: 0 or 1, with or without unit. */
const tiny = /^\s*0*[01](?:\.0+)?\s*(?:px|pt)?\s*$/i;
/** Not opacity or visibility: scripts that load pictures late begin with these. */
const hiddenStyle = /(?:^|;)\s*display\s*:\s*none/i;

function styleSide(style: string, side: 'width' | 'height'): string | null {
  return new RegExp(`(?:^|;)\\s*(?:max-)?${side}\\s*:\\s*([^;!]+)`, 'i').exec(style)?.[1] ?? null;
}

function isTiny(element: Element, style: string, side: 'width' | 'height'): boolean {
  return (
    tiny.test(element.getAttribute(side) ?? styleSide(style, side) ?? '') ||
    tiny.test(styleSide(style, side) ?? '')
  );
}

/**
 * Whether a publisher meant this never to be seen: a counting pixel, or text for machines. Must be asked before the
 * attributes are filtered, because size and style are what tells (T2).
 */
export function isHidden(element: Element): boolean {
  const style = element.getAttribute('style') ?? '';
  if (element.hasAttribute('hidden') || hiddenStyle.test(style)) return true;
  if (element.localName !== 'img') return false;
  const [width, height] = [isTiny(element, style, 'width'), isTiny(element, style, 'height')];
  return width && height;
}
