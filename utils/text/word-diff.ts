/** A run of words that both texts have, or that only the earlier or the later one has. */
export interface Change {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** So many words that differ are told apart; where more do, all between the first and the last is another text. */
const mostEdits = 1200;

/** The words of a text, with what is between them, in order: joined they are the text. Of Chinese too, where the browser knows its words. */
export function wordsOf(text: string, language: string): string[] {
  if (!('Segmenter' in Intl)) return text.match(/\n|[^\S\n]+|[\p{L}\p{N}]|[^\p{L}\p{N}\s]/gu) ?? [];
  const locale = Intl.Segmenter.supportedLocalesOf(language || 'en')[0] ?? 'en';
  const segments = new Intl.Segmenter(locale, { granularity: 'word' }).segment(text);
  return Array.from(segments, ({ segment }) => segment);
}

/** How far each diagonal is reached with 0, 1, 2 ... edits; null where that takes too many (Myers, "An O(ND) difference algorithm", 1986). */
function reach(a: readonly string[], b: readonly string[]): Int32Array[] | null {
  const trace: Int32Array[] = [];
  let last = new Int32Array(3);
  for (let edits = 0; edits <= Math.min(mostEdits, a.length + b.length); edits++) {
    // diagonal k stands at k + edits + 1, with a place free at both ends
    const row = new Int32Array(2 * edits + 3).fill(-1);
    for (let k = -edits; k <= edits; k += 2) {
      let x = edits === 0 ? 0 : stepFrom(last, k, edits).x;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      row[k + edits + 1] = x;
      if (x >= a.length && x - k >= b.length) return [...trace, row];
    }
    trace.push(row);
    last = row;
  }
  return null;
}

/** The better of the two ways to diagonal `k`: a word of `b` more, or one of `a` less. */
function stepFrom(last: Int32Array, k: number, edits: number): { x: number; isNew: boolean } {
  const above = last[k + edits + 1] ?? -1;
  const before = last[k + edits - 1] ?? -1;
  const isNew = k === -edits || (k !== edits && before < above);
  return { x: isNew ? above : before + 1, isNew };
}

/** The edits from the end to the beginning, put in order. */
function readBack(a: readonly string[], b: readonly string[], trace: readonly Int32Array[]): Change[] {
  const found: Change[] = [];
  let [x, k] = [a.length, a.length - b.length];
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const step =
      edits === 0 ? { x: 0, isNew: false } : stepFrom(trace[edits - 1] ?? new Int32Array(), k, edits);
    while (x > step.x) found.push({ kind: 'same', text: a[--x] ?? '' });
    if (edits === 0) break;
    if (step.isNew) found.push({ kind: 'new', text: b[x - k - 1] ?? '' });
    else found.push({ kind: 'gone', text: a[--x] ?? '' });
    k += step.isNew ? 1 : -1;
  }
  return found.reverse();
}

const run = (kind: Change['kind'], words: readonly string[]): Change[] =>
  words.map((text) => ({ kind, text }));

/** Neighbours of one kind as one; where words went and came in turns, first all that went. */
function gathered(changes: readonly Change[]): Change[] {
  const done: Change[] = [];
  let [gone, fresh] = ['', ''];
  const close = () => {
    if (gone) done.push({ kind: 'gone', text: gone });
    if (fresh) done.push({ kind: 'new', text: fresh });
    [gone, fresh] = ['', ''];
  };
  for (const { kind, text } of changes) {
    if (kind === 'gone') gone += text;
    else if (kind === 'new') fresh += text;
    else {
      close();
      const last = done.at(-1);
      if (last?.kind === 'same') last.text += text;
      else done.push({ kind, text });
    }
  }
  close();
  return done;
}

/** What became of `before`, word by word: all but the new runs are `before`, all but those that are gone are `after`. */
export function diffWords(before: readonly string[], after: readonly string[]): Change[] {
  let [head, tail] = [0, 0];
  const shortest = Math.min(before.length, after.length);
  while (head < shortest && before[head] === after[head]) head++;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const a = before.slice(head, before.length - tail);
  const b = after.slice(head, after.length - tail);
  const trace = reach(a, b);
  const middle = trace ? readBack(a, b, trace) : [...run('gone', a), ...run('new', b)];
  return gathered([
    ...run('same', before.slice(0, head)),
    ...middle,
    ...run('same', tail > 0 ? before.slice(-tail) : []),
  ]);
}
