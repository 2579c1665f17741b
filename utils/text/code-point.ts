/** The character of a number, U+FFFD for one that has none. */
export function characterOf(code: number): string {
  const isNone = code === 0 || code > 0x10ffff || code >> 11 === 27;
  return isNone ? '\ufffd' : String.fromCodePoint(code);
}
