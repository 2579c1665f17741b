/** Signs of markup as `charCodeAt` gives them. */
export const BANG = 33;
export const SLASH = 47;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;

/** Where the white space that may stand at `at` ends; control characters are such too. */
export function afterSpace(source: string, at: number): number {
  let i = at;
  while (source.charCodeAt(i) <= 32) i++;
  return i;
}
