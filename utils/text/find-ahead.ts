/**
 * `source.indexOf(text, from)` for calls with rising `from`, in time linear over all of them: a terminator that is
 * far away or missing is searched for once, not once for each token that wants it.
 */
export function findAhead(source: string, text: string, from: number, seen: Map<string, number>): number {
  const last = seen.get(text);
  if (last !== undefined && (last >= from || last < 0)) return last;
  const found = source.indexOf(text, from);
  seen.set(text, found);
  return found;
}
