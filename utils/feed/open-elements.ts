import type { Context } from './context';
import { MAX_DEPTH } from './limits';

/** `root`, `feed` and `entry` have fields of their own, a `group` holds fields of the entry around it, `other` none. */
export type FrameKind = 'document' | 'root' | 'feed' | 'entry' | 'group' | 'other';

/** An element that is open and was entered, rather than read at once by its field. */
export interface Frame {
  kind: FrameKind;
  /** As written, in lower case. */
  name: string;
  context: Context;
  children: number;
}

/** The elements that are open, outermost first, for tags that need not match. */
export class OpenElements {
  top: Frame;
  readonly #frames: Frame[];
  /** How often each name is open, so that a stray close tag is known at once. */
  readonly #names = new Map<string, number>();
  #tooDeep = 0;

  constructor(context: Context) {
    this.top = { kind: 'document', name: '', context, children: 0 };
    this.#frames = [this.top];
  }

  get depth(): number {
    return this.#frames.length;
  }

  /** Elements too deep are not entered; an entry always is. */
  push(kind: FrameKind, name: string, context: Context): void {
    if (this.#frames.length > MAX_DEPTH && kind !== 'entry') {
      this.#tooDeep++;
      return;
    }
    this.top = { kind, name, context, children: 0 };
    this.#frames.push(this.top);
    this.#names.set(name, (this.#names.get(name) ?? 0) + 1);
  }

  /** The depth that a close tag by this name leads back to, or 0 where it closes nothing that was entered. */
  depthOf(name: string): number {
    if ((this.#names.get(name) ?? 0) === 0) return 0;
    return this.#frames.findLastIndex((frame) => frame.name === name);
  }

  /** Whether the close tag of an element that was not entered is still to come; takes it off the account. */
  forgive(name: string): boolean {
    if (this.#tooDeep === 0 || this.top.name === name || /^(item|entry|channel|feed|rss)$/.test(name))
      return false;
    this.#tooDeep--;
    return true;
  }

  /** Depth of the innermost frame of a kind; 0 for none. */
  depthOfKind(kind: FrameKind): number {
    return Math.max(
      0,
      this.#frames.findLastIndex((frame) => frame.kind === kind),
    );
  }

  pop(): Frame {
    const popped = this.top;
    if (this.#frames.length === 1) return popped;
    this.#frames.pop();
    this.#names.set(popped.name, (this.#names.get(popped.name) ?? 1) - 1);
    this.top = this.#frames[this.#frames.length - 1] ?? popped;
    return popped;
  }
}
