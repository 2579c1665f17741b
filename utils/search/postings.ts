/**
 * A posting list in bytes: a number with the count and the form (lowest bit), then either the gaps between ascending
 * numbers, seven bits a byte, or one bit for each number below `docs`, whichever is shorter. A list that every article is
 * in costs an eighth of a byte an article, one of a single article two bytes.
 */
export class ByteWriter {
  bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(capacity);
  }

  byte(value: number): void {
    this.#ensure(1);
    this.bytes[this.length++] = value;
  }

  number(value: number): void {
    this.#ensure(5);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  postings(list: readonly number[], docs: number): void {
    const bitBytes = (docs + 7) >> 3;
    const asBits = gapBytes(list) > bitBytes;
    this.number(list.length * 2 + (asBits ? 1 : 0));
    if (asBits) this.#bits(list, bitBytes);
    else this.#gaps(list);
  }

  /** What was written, in an array of its own. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }

  #gaps(list: readonly number[]): void {
    let last = -1;
    for (const one of list) {
      this.number(one - last - 1);
      last = one;
    }
  }

  #bits(list: readonly number[], bitBytes: number): void {
    this.#ensure(bitBytes);
    const { bytes, length } = this;
    for (const one of list) {
      const at = length + (one >> 3);
      bytes[at] = (bytes[at] ?? 0) | (1 << (one & 7));
    }
    this.length += bitBytes;
  }

  #ensure(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}

function gapBytes(list: readonly number[]): number {
  let bytes = 0;
  let last = -1;
  for (const one of list) {
    const gap = one - last - 1;
    bytes += gap < 128 ? 1 : gap < 16_384 ? 2 : 3;
    last = one;
  }
  return bytes;
}

/** Reads what a ByteWriter wrote. Bytes that are cut or damaged give some numbers, never an error or an endless loop. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get ended(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value >>> 0;
  }

  /** Calls back with every number of a list. */
  postings(docs: number, take: (doc: number) => void): void {
    const head = this.number();
    if (head & 1) this.#bits(docs, take);
    else this.#gaps(head >>> 1, docs, take);
  }

  skipPostings(docs: number): void {
    const head = this.number();
    if (head & 1) this.at += (docs + 7) >> 3;
    else for (let left = head >>> 1; left > 0 && !this.ended; left--) while (this.byte() > 127);
  }

  #gaps(count: number, docs: number, take: (doc: number) => void): void {
    let doc = -1;
    for (let left = count; left > 0 && !this.ended; left--) {
      doc += this.number() + 1;
      if (doc < docs) take(doc);
    }
  }

  #bits(docs: number, take: (doc: number) => void): void {
    for (let doc = 0; doc < docs; doc += 8) {
      const byte = this.byte();
      for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit) && doc + bit < docs) take(doc + bit);
    }
  }
}
