/** What a machine knows of a character: which tests it passes, and whether it belongs to words. Equal for many characters. */
export interface Letter {
  id: number;
  isWord: boolean;
  /** 1 for each test that it passes, by the test's number. */
  passes: Uint8Array;
}

/** Characters that are remembered: a text of some thousand different ones is in Chinese, one of more is no text. */
const mostKnown = 6000;
const wordCharacter = /^[\w\u017f\u212a]$/iu;

/** Whether a piece of an expression stands for nothing but one character, and for it in the other case. */
const isPlain = (source: string) => /^[^\\[.]$/u.test(source);

/**
 * Tells characters apart by the pieces of an expression that they fit, each character once: the engine of the browser
 * knows, and is asked for the many that fit no plain piece just once.
 */
export class Alphabet {
  readonly #tests: readonly RegExp[];
  readonly #plain: Uint8Array;
  readonly #anyPlain: RegExp | null;
  readonly #known = new Map<number, Letter>();
  readonly #kinds = new Map<string, Letter>();

  constructor(sources: readonly string[]) {
    this.#tests = sources.map((source) => new RegExp(`^(?:${source})$`, 'iu'));
    this.#plain = Uint8Array.from(sources, (source) => Number(isPlain(source)));
    const plain = sources.filter(isPlain);
    this.#anyPlain = plain.length > 0 ? new RegExp(`^(?:${plain.join('|')})$`, 'iu') : null;
  }

  /** Full: what was said of letters so far is forgotten with `clear`. */
  get isFull(): boolean {
    return this.#known.size >= mostKnown;
  }

  clear(): void {
    this.#known.clear();
    this.#kinds.clear();
  }

  letterOf(codePoint: number): Letter {
    let letter = this.#known.get(codePoint);
    if (!letter) {
      letter = this.#look(String.fromCodePoint(codePoint));
      this.#known.set(codePoint, letter);
    }
    return letter;
  }

  #look(character: string): Letter {
    const mayBePlain = this.#anyPlain?.test(character);
    const passes = Uint8Array.from(this.#tests, (test, at) =>
      Number((mayBePlain || this.#plain[at] === 0) && test.test(character)),
    );
    const isWord = wordCharacter.test(character);
    const kind = `${isWord}${passes.join('')}`;
    const known = this.#kinds.get(kind) ?? { id: this.#kinds.size, isWord, passes };
    this.#kinds.set(kind, known);
    return known;
  }
}
