import { Alphabet, type Letter } from './letters';
import type { Edge } from './pattern-tree';

/** What the machine may be waiting for; `test` is a number of `tests`, `done` the end of the expression. */
export type Place =
  | { kind: 'one'; test: number; next: number }
  | { kind: 'split'; next: number; other: number }
  | { kind: 'edge'; edge: Edge; next: number }
  | { kind: 'done' };

/** What stands before a place: nothing, a character of a word, another. */
type Before = 0 | 1 | 2;

/** All places that a text so far leads to, and where each letter leads from there, as far as that was asked. */
interface State {
  before: Before;
  waiting: readonly number[];
  next: Map<number, State | 'fits'>;
}

/** Places and ways that states may hold together: less than a megabyte. */
export const mostHeld = 60_000;
/** A text in which states were forgotten so often meets new ones all the time: to keep them is dearer than to make none. */
const mostClearings = 2;

const beforeOf = (letter: Letter): Before => (letter.isWord ? 1 : 2);

function holds(edge: Edge, before: Before, after: Letter | null): boolean {
  if (edge === 'start') return before === 0;
  if (edge === 'end') return after === null;
  const isEdge = (before === 1) !== (after?.isWord ?? false);
  return edge === 'word' ? isEdge : !isEdge;
}

/**
 * Follows all ways through an expression at once and never goes back (Thompson 1968), so that it takes a time of (length of
 * the text) x (size of the expression) whatever both are; sets of places that were met before are kept with where they lead,
 * as far as there is room, so that most texts take a step a character (Cox 2010, the cache of RE2).
 */
export class Machine {
  readonly #alphabet: Alphabet;
  readonly #states = new Map<string, State>();
  #held = 0;
  /** Of each place, in which step it was seen last. */
  readonly #seen: Uint32Array;
  #step = 0;

  /** The last place is where it begins. */
  constructor(
    private readonly places: readonly Place[],
    tests: readonly string[],
  ) {
    this.#alphabet = new Alphabet(tests);
    this.#seen = new Uint32Array(places.length);
  }

  /** Places and ways that are kept now. */
  get held(): number {
    return this.#held;
  }

  /** Whether the expression fits anywhere in the text. */
  fits(text: string): boolean {
    let clearings = 0;
    let state = this.#stateOf(0, []);
    for (let at = 0; at < text.length; ) {
      if (this.#isFull()) {
        this.#clear();
        if (++clearings >= mostClearings) return this.#walk(state, text, at);
        state = this.#stateOf(state.before, state.waiting);
      }
      const codePoint = text.codePointAt(at) ?? 0;
      const letter = this.#alphabet.letterOf(codePoint);
      const next = state.next.get(letter.id) ?? this.#lead(state, letter);
      if (next === 'fits') return true;
      state = next;
      at += codePoint > 0xffff ? 2 : 1;
    }
    return this.#after(state, null) === null;
  }

  /** The rest of a text without keeping anything. */
  #walk(from: Pick<State, 'before' | 'waiting'>, text: string, begin: number): boolean {
    let state = from;
    for (let at = begin; at < text.length; ) {
      if (this.#alphabet.isFull) this.#alphabet.clear();
      const codePoint = text.codePointAt(at) ?? 0;
      const letter = this.#alphabet.letterOf(codePoint);
      const waiting = this.#after(state, letter);
      if (waiting === null) return true;
      state = { before: beforeOf(letter), waiting };
      at += codePoint > 0xffff ? 2 : 1;
    }
    return this.#after(state, null) === null;
  }

  #isFull(): boolean {
    return this.#held > mostHeld || this.#alphabet.isFull;
  }

  #clear(): void {
    this.#states.clear();
    this.#alphabet.clear();
    this.#held = 0;
  }

  #lead(state: State, letter: Letter): State | 'fits' {
    const waiting = this.#after(state, letter);
    const next =
      waiting === null
        ? 'fits'
        : this.#stateOf(
            beforeOf(letter),
            waiting.sort((a, b) => a - b),
          );
    state.next.set(letter.id, next);
    this.#held++;
    return next;
  }

  #stateOf(before: Before, waiting: readonly number[]): State {
    const key = String.fromCharCode(before, ...waiting);
    let state = this.#states.get(key);
    if (!state) {
      state = { before, waiting, next: new Map() };
      this.#states.set(key, state);
      this.#held += waiting.length + 1;
    }
    return state;
  }

  /** Where a letter, or the text's end, leads; null where the expression fits before it. Each place once. */
  #after({ before, waiting }: Pick<State, 'before' | 'waiting'>, letter: Letter | null): number[] | null {
    const { places } = this;
    const opened = this.#nextStep();
    const open = [...waiting, places.length - 1];
    const through: number[] = [];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (this.#seen[at] === opened) continue;
      this.#seen[at] = opened;
      const place = places[at];
      if (place?.kind === 'done') return null;
      if (place?.kind === 'one') {
        if (letter?.passes[place.test] === 1) through.push(place.next);
      } else if (place?.kind === 'split') open.push(place.other, place.next);
      else if (place && holds(place.edge, before, letter)) open.push(place.next);
    }
    return this.#eachOnce(through);
  }

  #eachOnce(places: readonly number[]): number[] {
    const step = this.#nextStep();
    return places.filter((at) => {
      const isNew = this.#seen[at] !== step;
      this.#seen[at] = step;
      return isNew;
    });
  }

  /** A number that no place was seen in. */
  #nextStep(): number {
    if (this.#step === 0xffffffff) {
      this.#seen.fill(0);
      this.#step = 0;
    }
    return ++this.#step;
  }
}
