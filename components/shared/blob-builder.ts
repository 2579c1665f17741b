/** From here on pieces are handed over. */
const handOver = 2_000_000;

/**
 * Puts a large file together from small pieces without holding all of it in memory: it goes through a response, whose
 * blob browsers keep on disk once it is large. Firefox holds blobs that are made of pieces in the page's own memory.
 */
export class BlobBuilder {
  readonly #writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  readonly #whole: Promise<Blob>;
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;

  constructor() {
    const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
    this.#writer = writable.getWriter();
    this.#whole = new Response(readable).blob();
    // whoever finishes is told; a file that is dropped has nobody to tell
    this.#whole.catch(() => undefined);
  }

  add(piece: Uint8Array): void {
    // a copy: writers use their buffers again
    this.#pieces.push(new Uint8Array(piece));
    this.#size += piece.length;
  }

  /** Hands over what has gathered, where that is much. Rejects when it cannot be kept. */
  async settle(): Promise<void> {
    if (this.#size >= handOver) await this.#flush();
  }

  async #flush(): Promise<void> {
    const whole = new Uint8Array(this.#size);
    let at = 0;
    for (const piece of this.#pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [];
    this.#size = 0;
    if (whole.length > 0) await this.#writer.write(whole);
  }

  async finish(type: string): Promise<Blob> {
    await this.#flush();
    await this.#writer.close();
    return new Blob([await this.#whole], { type });
  }

  /** Gives up what there is of it. */
  drop(): void {
    this.#pieces = [];
    void this.#writer.abort().catch(() => undefined);
  }
}
