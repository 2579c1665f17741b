/** A colour that stays with the name: neighbours in a list are told apart before they are read. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 3600;
  return hash / 10;
}

/** The letter that stands for a feed without an icon. */
export function initialOf(name: string): string {
  const initial = /[\p{L}\p{N}]/u.exec(name)?.[0] ?? '·';
  return initial.toLocaleUpperCase();
}
