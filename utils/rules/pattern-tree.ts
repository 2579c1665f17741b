/** A regular expression as a tree. */
export type PatternNode =
  /** Whatever one character this piece of the expression stands for. */
  | { kind: 'one'; source: string }
  | { kind: 'all'; of: PatternNode[] }
  | { kind: 'any'; of: PatternNode[] }
  | { kind: 'repeat'; of: PatternNode; min: number; max: number }
  | { kind: 'edge'; edge: Edge };

export type Edge = 'start' | 'end' | 'word' | 'inner';

export type PatternRefusal = 'syntax' | 'unsupported' | 'too-big';

export class PatternError extends Error {
  constructor(readonly reason: PatternRefusal) {
    super(reason);
  }
}

/** Groups within groups: each is a call of the parser. */
const deepest = 50;

const edges: Record<string, Edge> = { '^': 'start', $: 'end', '\\b': 'word', '\\B': 'inner' };

/** One character, or what stands for one: an escape (two of them for a surrogate pair), a class, a letter. */
const atom =
  /\\(?:[bBdDwWsS]|[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[a-zA-Z]|[^1-9k])|\[(?:\\.|[^\]\\])*\]|[^\\]/suy;

const quantifier = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/y;

/** Reads what `new RegExp(source, 'iu')` has accepted. Throws PatternError for what looks ahead, behind, or back at a group. */
export class PatternParser {
  #at = 0;
  #depth = 0;

  constructor(private readonly source: string) {}

  parse(): PatternNode {
    const node = this.#choice();
    if (this.#at < this.source.length) throw new PatternError('syntax');
    return node;
  }

  #choice(): PatternNode {
    const of = [this.#sequence()];
    while (this.#take('|')) of.push(this.#sequence());
    const [only] = of;
    return of.length === 1 && only ? only : { kind: 'any', of };
  }

  #sequence(): PatternNode {
    const of: PatternNode[] = [];
    while (this.#at < this.source.length && !'|)'.includes(this.source.charAt(this.#at)))
      of.push(this.#repeated(this.#piece()));
    return { kind: 'all', of };
  }

  #piece(): PatternNode {
    if (this.#take('(')) return this.#group();
    const source = this.#match(atom)?.[0];
    // a number or a k after a backslash points back at a group
    if (source === undefined) throw new PatternError('unsupported');
    const edge = Object.hasOwn(edges, source) ? edges[source] : undefined;
    return edge ? { kind: 'edge', edge } : { kind: 'one', source };
  }

  #group(): PatternNode {
    if (this.#take('?') && !this.#take(':') && !this.#match(/<[^=!>][^>]*>/y))
      throw new PatternError('unsupported');
    if (++this.#depth > deepest) throw new PatternError('too-big');
    const node = this.#choice();
    this.#depth--;
    if (!this.#take(')')) throw new PatternError('syntax');
    return node;
  }

  #repeated(of: PatternNode): PatternNode {
    const found = this.#match(quantifier);
    if (!found) return of;
    const [all, least, comma, most] = found;
    if (least === undefined)
      return {
        kind: 'repeat',
        of,
        min: all.startsWith('+') ? 1 : 0,
        max: all.startsWith('?') ? 1 : Infinity,
      };
    const min = Number(least);
    return { kind: 'repeat', of, min, max: comma ? (most ? Number(most) : Infinity) : min };
  }

  #take(character: string): boolean {
    if (this.source.charAt(this.#at) !== character) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source);
    if (found) this.#at += found[0].length;
    return found;
  }
}
