/** Schemes that lead nowhere a reader should go: they run code or name what is on the reader's own machine. */
const REFUSED = /^(javascript|vbscript|data|file|blob|about|chrome|view-source|[\w-]*-extension):/i;

/**
 * An address as the document wrote it, made absolute. One that is absolute already is not touched, since feeds compare
 * and mirrors rewrite addresses as text. '' for what is empty or refused; unchanged where nothing can be made of it.
 */
export function absoluteUrl(address: string, base: string): string {
  const plain = address.trim();
  if (plain === '' || /^https?:\/\//i.test(plain)) return plain;
  if (REFUSED.test(plain.replace(/[\0- ]+/g, ''))) return '';
  try {
    return new URL(plain, base).href;
  } catch {
    return plain;
  }
}

/**
 * The base that `xml:base` gives within `base`; one that is no web address gives none, nor one that is longer than any:
 * every relative address would be as long.
 */
export function innerBase(value: string, base: string): string {
  const inner = absoluteUrl(value, base);
  return /^https?:.{0,2000}$/i.test(inner) ? inner : base;
}
