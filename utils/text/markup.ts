import { type Attribute, readAttributes } from './attributes';
import { afterSpace, BANG, GREATER, LESS, QUESTION, SLASH } from './char-codes';
import { type MissingQuotes, tagEnd } from './tag-end';

export type MarkupKind = 'text' | 'cdata' | 'open' | 'close' | 'comment' | 'instruction' | 'doctype' | 'end';

/**
 * A tolerant tokenizer for XML and HTML in one pass over offsets: it copies nothing, never throws, and takes time
 * linear in the source whatever the source holds. It knows no nesting and corrects none: tokens come as written.
 *
 *     const markup = new Markup(source);
 *     while (markup.next()) {
 *       if (markup.kind === 'open' && markup.name === 'outline') use(markup.attributes());
 *     }
 *
 * After `next()` answered true, the token is `source.slice(start, end)`, and by `kind`:
 * - `text`: characters as written, entities not decoded (`decodeEntities`). A `<` that begins no tag is text.
 * - `cdata`: the characters are `source.slice(innerStart, innerEnd)`, to be taken literally.
 * - `open`: `name` as written, with prefix and case; `selfClosing` when it ended in `/>`; `attributes()`.
 * - `close`: `name` as written. It may close something that was never opened.
 * - `comment`, `instruction` (`<?...?>`), `doctype`: what is inside lies between `innerStart` and `innerEnd`.
 *
 * Broken markup: a tag without `>` ends at the next `<`; a value without its closing quote ends with its tag; a comment
 * or instruction without its end runs to the next `>`; CDATA without its end runs to the close tag of the element
 * it began in. Whatever has no end at all runs to the end of the source, and `cut` says so.
 */
export class Markup {
  kind: MarkupKind = 'end';
  start = 0;
  end = 0;
  innerStart = 0;
  innerEnd = 0;
  /** Of the last open or close tag. */
  name = '';
  /** A hash of `name`, 0 to 255. Equal names are mostly the same string, so that a table by slot finds them at once. */
  slot = 0;
  selfClosing = false;
  /** The source ended inside a tag, comment or CDATA. */
  cut = false;
  readonly source: string;
  /** Where each far terminator was seen last, so that none is searched twice over the same ground. */
  readonly #seen = new Map<string, number>();
  readonly #missing: MissingQuotes = new Set();
  /** By slot. */
  readonly #names: string[] = [];

  constructor(source: string, from = 0) {
    this.source = source;
    this.end = from;
  }

  /** Moves to the next token; false at the end of the source. */
  next(): boolean {
    const { source, end } = this;
    this.start = end;
    if (end >= source.length) {
      this.kind = 'end';
      return false;
    }
    if (source.charCodeAt(end) === LESS && beginsMarkup(source, end)) return this.#markup(end);
    let stop = source.indexOf('<', end + 1);
    while (stop >= 0 && !beginsMarkup(source, stop)) stop = source.indexOf('<', stop + 1);
    if (stop < 0) stop = source.length;
    return this.#span('text', end, stop, stop);
  }

  /** Passes over white space: a text token of nothing else is not read. */
  skipSpace(): void {
    this.end = afterSpace(this.source, this.end);
  }

  /** Of a CDATA section or the like what is inside; of a tag what follows its name. */
  get inner(): string {
    return this.source.slice(this.innerStart, this.innerEnd);
  }

  /** The attributes of an open tag, first to last, as written: names with prefix and case, values not decoded. */
  attributes(): Attribute[] {
    return readAttributes(this.source, this.innerStart, this.innerEnd);
  }

  /**
   * Reads on past the close tag of the element just opened, if it holds nothing but one run of text or one CDATA
   * section: that becomes the current token. False, and nothing read, for any other content.
   */
  simpleContent(): boolean {
    const { source, name, end } = this;
    let after = source.indexOf('<', end);
    if (
      source.charCodeAt(after + 1) === BANG &&
      source.startsWith('<![CDATA[', after) &&
      source.slice(end, after).trim() === ''
    ) {
      this.#cdata(after + 9);
      after = afterSpace(source, this.end);
    } else this.#span('text', end, after, after);
    const isSimple = !this.selfClosing && after >= 0 && closes(source, after, name);
    this.end = isSimple ? after + name.length + 3 : end;
    return isSimple;
  }

  /**
   * Skips to the close tag of an element whose content is no markup in HTML (script, style, textarea, title ...),
   * which becomes the next token. `name` in any case.
   */
  skipRaw(name: string): void {
    const close = new RegExp(`</${name}(?![a-z0-9-])`, 'gi');
    close.lastIndex = this.end;
    this.end = close.exec(this.source)?.index ?? this.source.length;
  }

  /** Reads the markup that begins at `at`. */
  #markup(at: number): true {
    const { source } = this;
    const code = source.charCodeAt(at + 1);
    if (code === SLASH) return this.#tag(at, at + 2, 'close');
    if (code === QUESTION) {
      return this.#delimited('instruction', at + 2, source.startsWith('xml', at + 2) ? '>' : '?>');
    }
    if (code !== BANG) return this.#tag(at, at + 1, 'open');
    if (source.startsWith('--', at + 2)) return this.#delimited('comment', at + 4, '-->');
    return source.startsWith('[CDATA[', at + 2) ? this.#cdata(at + 9) : this.#doctype(at + 2);
  }

  #tag(at: number, nameStart: number, kind: 'open' | 'close'): true {
    const { source } = this;
    let i = nameStart + 1;
    let slot = 0;
    let code = source.charCodeAt(i);
    while (code > 32 && code !== GREATER && code !== SLASH && code !== LESS) {
      slot = (slot * 31 + code) & 255;
      code = source.charCodeAt(++i);
    }
    this.kind = kind;
    this.slot = slot;
    this.name = this.#names[slot] ?? '';
    if (this.name.length !== i - nameStart || !source.startsWith(this.name, nameStart)) {
      this.#names[slot] = this.name = source.slice(nameStart, i);
    }
    this.innerStart = i;
    const stop = code === GREATER ? i : tagEnd(source, i, this.#missing);
    const closed = source.charCodeAt(stop) === GREATER;
    this.selfClosing = source.charCodeAt(stop - 1) === SLASH && stop - 1 > at;
    this.innerEnd = this.selfClosing ? stop - 1 : stop;
    this.end = closed ? stop + 1 : stop;
    if (stop >= source.length) this.cut = true;
    return true;
  }

  /** Something that ends with `terminator`, or else with the next `>`. */
  #delimited(kind: MarkupKind, from: number, terminator: string): true {
    for (const mark of [terminator, '>']) {
      const stop = this.#find(mark, from);
      if (stop >= 0) return this.#span(kind, from, stop, stop + mark.length);
    }
    return this.#rest(kind, from);
  }

  #rest(kind: MarkupKind, from: number): true {
    this.cut = true;
    return this.#span(kind, from, this.source.length, this.source.length);
  }

  /**
   * CDATA cannot hold its own terminator. When another CDATA section begins before this one ends, and the element
   * that this one began in is closed before that, its end was forgotten.
   */
  #cdata(from: number): true {
    const stop = this.#find(']]>', from);
    const other = this.#find('<![CDATA[', from);
    if (stop < 0 || (other >= 0 && other < stop)) {
      const range = this.source.slice(from, other < 0 ? undefined : other);
      const close = range.indexOf(`</${this.name}`);
      if (close >= 0) return this.#span('cdata', from, from + close, from + close);
    }
    return stop < 0 ? this.#rest('cdata', from) : this.#span('cdata', from, stop, stop + 3);
  }

  /** Up to its `>`, or after the subset in brackets, whose declarations have a `>` of their own. */
  #doctype(from: number): true {
    const plain = this.#find('>', from);
    const subset = this.#find('[', from);
    const stop = plain >= 0 && subset >= 0 && subset < plain ? this.#find(']>', subset) : -1;
    if (stop >= 0) return this.#span('doctype', from, stop, stop + 2);
    return this.#delimited('doctype', from, '>');
  }

  #span(kind: MarkupKind, innerStart: number, innerEnd: number, end: number): true {
    this.kind = kind;
    this.innerStart = innerStart;
    this.innerEnd = innerEnd;
    this.end = end;
    return true;
  }

  /** indexOf that remembers: a terminator that is far away or missing is searched once, not once per token. */
  #find(text: string, from: number): number {
    let found = this.#seen.get(text) ?? 0;
    if (found < from && found >= 0) {
      found = this.source.indexOf(text, from);
      this.#seen.set(text, found);
    }
    return found;
  }
}

/** Whether `</name>` stands at `at`, in this very spelling. */
function closes(source: string, at: number, name: string): boolean {
  return (
    source.charCodeAt(at + 1) === SLASH &&
    source.charCodeAt(at + 2 + name.length) === GREATER &&
    source.startsWith(name, at + 2)
  );
}

function beginsMarkup(source: string, at: number): boolean {
  const code = source.charCodeAt(at + 1);
  if (code === SLASH) return isNameStart(source.charCodeAt(at + 2));
  if (code === BANG) {
    const third = source.charCodeAt(at + 2);
    return third === 45 ? source.charCodeAt(at + 3) === 45 : third === 91 || isNameStart(third);
  }
  return code === QUESTION || isNameStart(code);
}

/** A-Z, a-z, underscore. Not other letters: feeds name no elements so, but do write `<重要>` in titles. */
function isNameStart(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || code === 95;
}
