import type { Context } from './context';
import { MAX_DEPTH } from './limits';

/** `root`, `feed` and `entry` have fields of their own, a `group` holds fields of the entry around it, `other` none. */
export type FrameKind = 'root' | 'feed' | 'entry' | 'group' | 'other';

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

  constructor(context: Context) {
    this.top = { kind: 'other', name: '', context, children: 0 };
    this.#frames = [this.top];
  }

  get depth(): number {
    return this.#frames.length;
  }

  /** Elements too deep are not entered; an entry always is. */
  push(kind: FrameKind, name: string, context: Context): void {
    if (this.#frames.length > MAX_DEPTH && kind !== 'entry') return;
    this.top = { kind, name, context, children: 0 };
    this.#frames.push(this.top);
  }

  /** The depth that a close tag by this name leads back to, or 0 or less where it closes nothing that was entered. */
  depthOf(name: string): number {
    let depth = this.#frames.length - 1;
    while (depth > 0 && this.#frames[depth]?.name !== name) depth--;
    return depth;
  }

  pop(): Frame {
    const popped = this.#frames.pop() ?? this.top;
    this.top = this.#frames.at(-1) ?? popped;
    return popped;
  }
}
