/** One image of a srcset; exactly one of width (of the file, px) and density (file px per CSS px) decides. */
export interface Candidate {
  url: string;
  width: number | null;
  density: number;
}

/** Up to the next comma that is not inside parentheses; parentheses are reserved by the standard. */
function descriptorsEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '(') depth++;
    else if (char === ')' && depth > 0) depth--;
    else if (char === ',' && depth === 0) return at;
  }
  return text.length;
}

/** Null when the words are none the standard knows, or contradict each other: such a candidate is no candidate. */
function described(url: string, words: string[]): Candidate | null {
  let width: number | null = null;
  let density: number | null = null;
  for (const word of words) {
    const value = Number(word.slice(0, -1));
    if (/^\d+w$/.test(word) && value > 0 && width === null) width = value;
    else if (/^\+?\d*\.?\d+(?:e[+-]?\d+)?x$/i.test(word) && density === null) density = value;
    else if (!/^\d+h$/.test(word)) return null;
  }
  return width !== null && density !== null ? null : { url, width, density: density ?? 1 };
}

/**
 * The images of a srcset in its order, addresses as written. Commas may be part of an address, as image servers use
 * them (`w_400,h_300`): only one at its end separates.
 * https://html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute
 */
export function parseSrcset(text: string): Candidate[] {
  const found: Candidate[] = [];
  const start = /[\s,]*([^\s,]\S*)/y;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const word = match[1] ?? '';
    const url = word.replace(/,+$/, '');
    const from = start.lastIndex;
    const end = url === word ? descriptorsEnd(text, from) : from;
    const candidate = described(url, text.slice(from, end).split(/\s+/).filter(Boolean));
    if (candidate) found.push(candidate);
    start.lastIndex = end;
  }
  return found;
}

/**
 * The address that fits a place best: the smallest file that has the pixels, else the largest there is; '' for an empty
 * srcset. `cssWidth` is the width of the text column in CSS px, `ratio` the screen's pixels per CSS px.
 */
export function bestCandidate(srcset: string, cssWidth: number, ratio: number): string {
  const pixels = ({ width, density }: Candidate) => width ?? density * cssWidth;
  const candidates = parseSrcset(srcset).sort((a, b) => pixels(a) - pixels(b));
  const enough = candidates.find((candidate) => pixels(candidate) >= cssWidth * ratio);
  return (enough ?? candidates.at(-1))?.url ?? '';
}
