import { Unzip, type UnzipDecoder, type UnzipFile } from 'fflate';
import { isPathInside } from './file-name';
import { type Budget, type Unpacked, Unpacking, type UnpackRefusal } from './unpacking';

/** A file of a zip, or why it cannot be had. */
export type ZipItem =
  | { path: string; ok: true; bytes: Uint8Array }
  | { path: string; ok: false; reason: UnpackRefusal | 'path-unsafe' };

/** What one zip may become: one of a few kilobytes can promise petabytes. */
export const zipLimits = { fileBytes: 40_000_000, totalBytes: 4_000_000_000, ratio: 300, files: 200_000 };

/** A bomb's chunk unpacks to a thousand times itself before we are asked again. */
const step = 65_536;

/**
 * The wanted files of a zip in their order, as they come out of it; no more than those of one step are in memory, and
 * what is not wanted is not unpacked. Damaged, too big and unsafe ones come as refusals; where nothing beyond can be
 * told, or it is no zip, the last refusal has an empty path. Throws only what reading `chunks` throws.
 */
export async function* readZip(
  chunks: AsyncIterable<Uint8Array>,
  wanted: (path: string) => boolean,
  limits = zipLimits,
): AsyncGenerator<ZipItem> {
  const reading = new Reading(wanted, { ...limits, read: 0, written: 0 });
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += step) {
      reading.push(chunk.subarray(at, at + step));
      yield* reading.take();
      if (reading.ended) return;
    }
  }
  reading.finish();
  yield* reading.take();
}

class Reading {
  ended = false;
  #files = 0;
  #done: ZipItem[] = [];
  /** For the decoder that is made while a file starts. */
  #next: Unpacking | null = null;
  readonly #unzip = new Unzip((file) => this.#meet(file));

  constructor(
    private readonly wanted: (path: string) => boolean,
    private readonly budget: Budget & { files: number },
  ) {
    this.#register(0);
    this.#register(8);
  }

  take(): ZipItem[] {
    return this.#done.splice(0);
  }

  push(chunk: Uint8Array, final = false): void {
    this.budget.read += chunk.length;
    try {
      if (!this.ended) this.#unzip.push(chunk, final);
    } catch {
      this.#end('unreadable');
    }
  }

  finish(): void {
    this.push(new Uint8Array(0), true);
    if (!this.ended && this.#files === 0) this.#end('unreadable');
  }

  #end(reason: UnpackRefusal): void {
    this.#done.push({ path: '', ok: false, reason });
    this.ended = true;
  }

  #register(compression: 0 | 8): void {
    const next = () => this.#next;
    this.#unzip.register(
      class implements UnzipDecoder {
        static readonly compression = compression;
        readonly #unpacking = next();
        ondata = () => undefined;
        push(chunk: Uint8Array, final: boolean) {
          this.#unpacking?.push(chunk, final);
        }
      },
    );
  }

  #meet(file: UnzipFile): void {
    const path = readableName(file.name);
    this.#files++;
    this.#next = null;
    file.ondata = () => undefined;
    if (this.#files > this.budget.files) throw new RangeError('more files than allowed');
    if (this.wanted(path) && !path.endsWith('/')) this.#next = this.#unpack(path, file.compression);
    // Files that are not started are kept packed in memory: the unwanted start too, with nobody listening.
    if (file.compression === 0 || file.compression === 8) file.start();
    if (file.size === 0) this.#next?.push(new Uint8Array(0), true);
  }

  #unpack(path: string, compression: number): Unpacking | null {
    const answer = (unpacked: Unpacked) => void this.#done.push({ path, ...unpacked });
    if (!isPathInside(path)) this.#done.push({ path, ok: false, reason: 'path-unsafe' });
    else if (compression === 0 || compression === 8)
      return new Unpacking(compression === 8, this.budget, answer);
    else answer({ ok: false, reason: 'unreadable' });
    return null;
  }
}

/** Names without the UTF-8 mark arrive as bytes in characters: macOS writes UTF-8 all the same, Chinese Windows GBK. */
function readableName(name: string): string {
  if (!/^[\0-\xff]*$/.test(name) || !/[\x80-\xff]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (character) => character.charCodeAt(0));
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  return name;
}
