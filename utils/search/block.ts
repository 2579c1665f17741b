import { ByteReader, ByteWriter } from './postings';

/** Bytes of a block: few enough that one word costs one small read, enough that an index is few rows. */
const blockSize = 16_384;
/** Signs of East Asia take two bytes (0x3000 to 0xABFF), ASCII one, all others three. */
const signBase = 0x3000;
const signSpan = 0x7c00;
const escaped = 0xff;
/** Lengths are half a byte. */
const maxShared = 15;

/** A run of a segment's tokens with their posting lists, in ascending order. */
export interface Block {
  /** The last token: what the block is found by. */
  last: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Packs tokens, which must come in ascending order (of UTF-16 units), into blocks. */
export class BlockWriter {
  readonly #docs: number;
  #writer = new ByteWriter(blockSize * 2);
  #last = '';

  constructor(docs: number) {
    this.#docs = docs;
  }

  /** Adds a token; gives a block when one is full. */
  add(token: string, list: readonly number[]): Block | null {
    const shared = sharedLength(this.#writer.length === 0 ? '' : this.#last, token);
    this.#writer.byte((shared << 4) | (token.length - shared));
    for (let at = shared; at < token.length; at++) putUnit(this.#writer, token.charCodeAt(at));
    this.#writer.postings(list, this.#docs);
    this.#last = token;
    return this.#writer.length >= blockSize ? this.finish() : null;
  }

  /** The last block, which may be short; null where nothing is left. */
  finish(): Block | null {
    if (this.#writer.length === 0) return null;
    const bytes = this.#writer.finish();
    this.#writer = new ByteWriter(blockSize * 2);
    return { last: this.#last, bytes };
  }
}

function sharedLength(before: string, token: string): number {
  const most = Math.min(before.length, token.length, maxShared);
  let shared = 0;
  while (shared < most && before.charCodeAt(shared) === token.charCodeAt(shared)) shared++;
  return shared;
}

function putUnit(writer: ByteWriter, unit: number): void {
  if (unit < 0x80) writer.byte(unit);
  else if (unit >= signBase && unit < signBase + signSpan) {
    writer.byte(0x80 | ((unit - signBase) >> 8));
    writer.byte((unit - signBase) & 255);
  } else {
    writer.byte(escaped);
    writer.byte(unit >> 8);
    writer.byte(unit & 255);
  }
}

function unitOf(reader: ByteReader): number {
  const first = reader.byte();
  if (first < 0x80) return first;
  if (first === escaped) return (reader.byte() << 8) | reader.byte();
  return signBase + (((first & 0x7f) << 8) | reader.byte());
}

/** Reads the tokens of a block one by one. After each `next()` the list must be read or skipped once. */
export class BlockReader {
  token = '';
  readonly #reader: ByteReader;
  readonly #docs: number;

  constructor(bytes: Uint8Array, docs: number) {
    this.#reader = new ByteReader(bytes);
    this.#docs = docs;
  }

  next(): boolean {
    if (this.#reader.ended) return false;
    const lengths = this.#reader.byte();
    let token = this.token.slice(0, lengths >> 4);
    for (let left = lengths & 15; left > 0; left--) token += String.fromCharCode(unitOf(this.#reader));
    this.token = token;
    return true;
  }

  list(take: (doc: number) => void): void {
    this.#reader.postings(this.#docs, take);
  }

  skip(): void {
    this.#reader.skipPostings(this.#docs);
  }
}
