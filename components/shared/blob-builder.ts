/** From here on pieces are given to the browser, which keeps blobs out of the page's memory. */
const handOver = 4_000_000;

/** Puts a large file together from small pieces without holding all of it in memory. */
export class BlobBuilder {
  readonly #blobs: Blob[] = [];
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;

  add(piece: Uint8Array): void {
    // a copy: writers use their buffers again
    this.#pieces.push(new Uint8Array(piece));
    this.#size += piece.length;
    if (this.#size >= handOver) this.#flush();
  }

  #flush(): void {
    this.#blobs.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#size = 0;
  }

  finish(type: string): Blob {
    this.#flush();
    return new Blob(this.#blobs, { type });
  }
}
