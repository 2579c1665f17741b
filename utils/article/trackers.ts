/** A side of an image that nobody can see: 0 or 1, with or without unit. */
const tiny = /^\s*0*[01](?:\.0+)?\s*(?:px|pt)?\s*$/i;
/** Not opacity or visibility: scripts that load pictures late begin with these. */
const hiddenStyle = /(?:^|;)\s*display\s*:\s*none/i;

function styleSide(style: string, side: 'width' | 'height'): string | null {
  return new RegExp(`(?:^|;)\\s*(?:max-)?${side}\\s*:\\s*([^;!]+)`, 'i').exec(style)?.[1] ?? null;
}

/** Gives an attribute's value, or null. */
type Read = (name: string) => string | null;

function isTiny(read: Read, style: string, side: 'width' | 'height'): boolean {
  return tiny.test(read(side) ?? styleSide(style, side) ?? '') || tiny.test(styleSide(style, side) ?? '');
}

/** Whether an image was never meant to be seen: a counting pixel. `read` gives its attributes as its publisher wrote them. */
export function isHiddenImage(read: Read): boolean {
  const style = read('style') ?? '';
  if (read('hidden') !== null || hiddenStyle.test(style)) return true;
  return isTiny(read, style, 'width') && isTiny(read, style, 'height');
}

/**
 * Whether a publisher meant this never to be seen: a counting pixel, or text for machines. Must be asked before the
 * attributes are filtered, because size and style are what tells (T2).
 */
export function isHidden(element: Element): boolean {
  if (element.localName === 'img') return isHiddenImage((name) => element.getAttribute(name));
  return element.hasAttribute('hidden') || hiddenStyle.test(element.getAttribute('style') ?? '');
}
