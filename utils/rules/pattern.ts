import {
  type Edge,
  PatternError,
  type PatternNode,
  PatternParser,
  type PatternRefusal,
} from './pattern-tree';

export type Pattern = { ok: true; test: (text: string) => boolean } | { ok: false; reason: PatternRefusal };

/** Places of the machine: a step over a character asks each of them once, so this bounds its time. */
const mostPlaces = 600;

/** What the machine may be waiting for; `done` is the end of the expression. */
type Place =
  | { kind: 'one'; test: (character: string) => boolean; next: number }
  | { kind: 'split'; next: number; other: number }
  | { kind: 'edge'; edge: Edge; next: number }
  | { kind: 'done' };

/**
 * A regular expression as JavaScript writes them with the flags i and u, that can be trusted with any text: it runs in a
 * time of (length of the text) x (size of the expression) whatever both are, because it follows all ways through the
 * expression at once and never goes back (Thompson 1968). The price is what such a machine cannot know: looking ahead
 * or behind, and pointing back at a group, are refused as `unsupported`.
 */
export function compilePattern(source: string): Pattern {
  try {
    new RegExp(source, 'iu');
  } catch {
    return { ok: false, reason: 'syntax' };
  }
  try {
    const places = build(new PatternParser(source).parse());
    return { ok: true, test: (text) => run(places, text) };
  } catch (error) {
    if (error instanceof PatternError) return { ok: false, reason: error.reason };
    throw error;
  }
}

/** The machine; the last place is where it begins. */
function build(tree: PatternNode): Place[] {
  const places: Place[] = [{ kind: 'done' }];
  const add = (place: Place): number => {
    if (places.length >= mostPlaces) throw new PatternError('too-big');
    return places.push(place) - 1;
  };
  /** Adds what leads through `node` to `next`; gives where it begins. */
  const through = (node: PatternNode, next: number): number => {
    if (node.kind === 'one') return add({ kind: 'one', test: node.test, next });
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
    for (let i = 0; i < min; i++) begin = through(of, begin);
    return begin;
  };
  const begin = through(tree, 0);
  // a place of its own, so that the last one is always the beginning
  add({ kind: 'split', next: begin, other: begin });
  return places;
}

const isWordCharacter = (character: string) => /^[\w\u017f\u212a]$/iu.test(character);

function holds(edge: Edge, before: string, after: string): boolean {
  if (edge === 'start') return before === '';
  if (edge === 'end') return after === '';
  const isEdge = isWordCharacter(before) !== isWordCharacter(after);
  return edge === 'word' ? isEdge : !isEdge;
}

/** Whether the expression fits anywhere in the text. */
function run(places: readonly Place[], text: string): boolean {
  const seen = new Uint32Array(places.length);
  let step = 0;
  let before = '';
  let waiting: number[] = [];
  for (const character of [...text, '']) {
    step++;
    const open = [...waiting, places.length - 1];
    const asked: Extract<Place, { kind: 'one' }>[] = [];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen[at] === step) continue;
      seen[at] = step;
      const place = places[at];
      if (place?.kind === 'done') return true;
      if (place?.kind === 'one') asked.push(place);
      else if (place?.kind === 'split') open.push(place.other, place.next);
      else if (place && holds(place.edge, before, character)) open.push(place.next);
    }
    waiting = character === '' ? [] : asked.filter(({ test }) => test(character)).map(({ next }) => next);
    before = character;
  }
  return false;
}
