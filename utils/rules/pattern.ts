import { Machine, type Place } from './machine';
import { PatternError, type PatternNode, PatternParser, type PatternRefusal } from './pattern-tree';

export type Pattern = { ok: true; test: (text: string) => boolean } | { ok: false; reason: PatternRefusal };

/** Places of the machine: a step over a character asks each of them once, so this bounds its time. */
const mostPlaces = 600;

/**
 * A regular expression as JavaScript writes them with the flags i and u, that can be trusted with any text: it runs in a
 * time of (length of the text) x (size of the expression) whatever both are, in most texts of their length alone (`Machine`).
 * The price is what such a machine cannot know: looking ahead or behind, and pointing back at a group, are refused as
 * `unsupported`.
 */
export function compilePattern(source: string): Pattern {
  try {
    new RegExp(source, 'iu');
  } catch {
    return { ok: false, reason: 'syntax' };
  }
  try {
    const machine = build(new PatternParser(source).parse());
    return { ok: true, test: (text) => machine.fits(text) };
  } catch (error) {
    if (error instanceof PatternError) return { ok: false, reason: error.reason };
    throw error;
  }
}

function build(tree: PatternNode): Machine {
  const places: Place[] = [{ kind: 'done' }];
  const tests = new Map<string, number>();
  const testOf = (source: string): number => {
    const test = tests.get(source) ?? tests.size;
    tests.set(source, test);
    return test;
  };
  const add = (place: Place): number => {
    if (places.length >= mostPlaces) throw new PatternError('too-big');
    return places.push(place) - 1;
  };
  /** Adds what leads through `node` to `next`; gives where it begins. */
  const through = (node: PatternNode, next: number): number => {
    if (node.kind === 'one') return add({ kind: 'one', test: testOf(node.source), next });
    if (node.kind === 'edge') return add({ kind: 'edge', edge: node.edge, next });
    if (node.kind === 'all') return node.of.reduceRight((after, part) => through(part, after), next);
    if (node.kind === 'repeat') return repeated(node, next);
    return node.of
      .map((part) => through(part, next))
      .reduceRight((other, begin) => add({ kind: 'split', next: begin, other }));
  };
  const repeated = ({ of, min, max }: Extract<PatternNode, { kind: 'repeat' }>, next: number): number => {
    let begin = next;
    if (max === Infinity) {
      const loop: Place = { kind: 'split', next, other: next };
      begin = add(loop);
      loop.next = through(of, begin);
    } else
      for (let i = min; i < max; i++) begin = add({ kind: 'split', next: through(of, begin), other: next });
    const before = places.length;
    for (let i = 0; i < min; i++) {
      begin = through(of, begin);
      // what stands for nothing may be asked for a milliard times
      if (places.length === before) break;
    }
    return begin;
  };
  const begin = through(tree, 0);
  // a place of its own, so that the last one is always the beginning
  add({ kind: 'split', next: begin, other: begin });
  return new Machine(places, [...tests.keys()]);
}
