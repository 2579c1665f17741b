/** A set of words, for a table written in one line. */
export function words(line: string): Set<string> {
  return new Set(line.split(' '));
}
