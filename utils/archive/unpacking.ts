import { Inflate } from 'fflate';

export type UnpackRefusal = 'unreadable' | 'too-big';
export type Unpacked = { ok: true; bytes: Uint8Array } | { ok: false; reason: UnpackRefusal };

/** What all files of a zip may take together, and what they have taken. */
export interface Budget {
  fileBytes: number;
  totalBytes: number;
  /** Unpacked to packed, asked about beyond a size that no bomb stays below. */
  ratio: number;
  read: number;
  written: number;
}

const ratioFrom = 100_000_000;

/** One file of a zip on its way out. Answers once: with its bytes, or with why not; what comes later is dropped. */
export class Unpacking {
  #parts: Uint8Array[] = [];
  #packed = 0;
  #size = 0;
  #answered = false;
  readonly #inflate: Inflate | null;

  constructor(
    deflated: boolean,
    private readonly budget: Budget,
    private readonly answer: (unpacked: Unpacked) => void,
  ) {
    this.#inflate = deflated ? new Inflate((part) => this.#take(part)) : null;
  }

  push(chunk: Uint8Array, final: boolean): void {
    if (this.#answered) return;
    try {
      this.#packed += chunk.length;
      // An empty last piece still asks whether the packed data were complete; a file of no bytes has none.
      if (this.#inflate && this.#packed > 0) this.#inflate.push(chunk, final);
      else this.#take(chunk);
      if (final) this.#settle({ ok: true, bytes: join(this.#parts, this.#size) });
    } catch {
      this.#settle({ ok: false, reason: 'unreadable' });
    }
  }

  #take(part: Uint8Array): void {
    this.#size += part.length;
    this.budget.written += part.length;
    if (this.#isTooMuch()) this.#settle({ ok: false, reason: 'too-big' });
    else if (!this.#answered) this.#parts.push(part);
  }

  #isTooMuch(): boolean {
    const { fileBytes, totalBytes, ratio, read, written } = this.budget;
    return this.#size > fileBytes || written > totalBytes || (written > ratioFrom && written > read * ratio);
  }

  #settle(unpacked: Unpacked): void {
    if (this.#answered) return;
    this.#answered = true;
    this.#parts = [];
    this.answer(unpacked);
  }
}

function join(parts: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
