import { toPlain } from './plain';
import { findTerm, type Term } from './term';

/** Where the terms stand in a text: [from, to) in UTF-16 units, in order, none in another. */
export function findMarks(terms: readonly Term[], text: string): [number, number][] {
  const { text: plain, places } = toPlain(text);
  const marks: [number, number][] = [];
  for (const term of terms) {
    for (const [from, to] of findTerm(term, plain)) {
      const last = places[to - 1] ?? 0;
      // where the next unit stands: accents belong to the one before; a letter that folds to two is marked whole
      marks.push([places[from] ?? 0, Math.max(last + 1, places[to] ?? text.length)]);
    }
  }
  return joined(marks.sort((a, b) => a[0] - b[0]));
}

function joined(marks: readonly [number, number][]): [number, number][] {
  const apart: [number, number][] = [];
  for (const [from, to] of marks) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}

/** Units before the first find, and in all. */
const excerptBefore = 30;
const excerptLength = 200;

/** A piece of the text around the first of the terms that it has, or null where it has none. */
export function excerptOf(terms: readonly Term[], text: string): string | null {
  const { text: plain, places } = toPlain(text);
  const firsts = terms.flatMap((term) => {
    const found = findTerm(term, plain).next();
    return found.done ? [] : [places[found.value[0]] ?? 0];
  });
  if (firsts.length === 0) return null;
  const first = Math.min(...firsts);
  if (first <= excerptBefore * 2) return text.slice(0, excerptLength);
  const from = wordStart(text, first - excerptBefore);
  return `…${text.slice(from, from + excerptLength)}`;
}

/** Behind the next space, where one is near: Latin words are not cut in two. */
function wordStart(text: string, at: number): number {
  const space = text.slice(at, at + excerptBefore / 2).indexOf(' ');
  const from = space < 0 ? at : at + space + 1;
  const unit = text.charCodeAt(from);
  return unit >= 0xdc00 && unit < 0xe000 ? from + 1 : from;
}
