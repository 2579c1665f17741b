import { fromBase64 } from './base64';
import { imagePath } from './image-file';
import { manifestName, readManifest, sha256 } from './manifest';
import type { PresentFile } from './verify';

/** What is around the articles, as the manifest of a page names it. */
export const framePath = 'page';

/** Sanitized markup holds no comments, and text no `<`: these stand nowhere else. */
export const partMarks = (id: string) => ({ open: `<!--part ${id}-->\n`, close: `<!--/part ${id}-->\n` });
export const scriptMarks = {
  open: '<script type="application/json" id="broadsheet-manifest">\n',
  close: '</script>\n',
};

const opening = /<!--part (article-\d+)-->\n/;
const picture = /\ssrc="data:(image\/[a-z\d+.-]+);base64,([A-Za-z\d+/=]+)"/g;

/**
 * The pieces of an exported page as files of an archive: its articles, the pictures in them that its manifest names, what is
 * around them, and the manifest itself; without one it is no archive. Holds an article at a time.
 */
export async function* pageParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<PresentFile> {
  const reading = new PageReading();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const chunk of chunks) yield* reading.push(decoder.decode(chunk, { stream: true }));
  yield* reading.finish(decoder.decode());
}

class PageReading {
  #rest = '';
  #frame = '';
  /** How far it was looked for the end of the part. */
  #seen = 0;
  /** Hashes of pictures by their paths. */
  readonly #images = new Map<string, string>();
  readonly #encoder = new TextEncoder();

  async *push(text: string): AsyncGenerator<PresentFile> {
    this.#rest += text;
    for (let part = this.#take(); part; part = this.#take()) {
      await this.#noteImages(part.text);
      yield { path: part.id, bytes: this.#encoder.encode(part.text) };
    }
  }

  /** The next part that is there in whole; what stands before it is of the frame. */
  #take(): { id: string; text: string } | null {
    const [mark, id = ''] = opening.exec(this.#rest.slice(0, 10_000)) ?? opening.exec(this.#rest) ?? [];
    if (mark === undefined) return null;
    const start = this.#rest.indexOf(mark);
    const { close } = partMarks(id);
    const end = this.#rest.indexOf(close, Math.max(start + mark.length, this.#seen - close.length));
    this.#seen = this.#rest.length;
    if (end < 0) return null;
    const text = this.#rest.slice(start + mark.length, end);
    this.#frame += this.#rest.slice(0, start);
    this.#rest = this.#rest.slice(end + close.length);
    this.#seen = 0;
    return { id, text };
  }

  async #noteImages(text: string): Promise<void> {
    for (const [, type = '', data = ''] of text.matchAll(picture)) {
      const bytes = fromBase64(data);
      const hash = bytes ? await sha256(bytes) : '';
      this.#images.set(imagePath({ hash, type }), hash);
    }
  }

  async *finish(text: string): AsyncGenerator<PresentFile> {
    yield* this.push(text);
    const whole = this.#frame + this.#rest;
    const from = whole.indexOf(scriptMarks.open);
    const to = whole.indexOf(scriptMarks.close, from);
    if (from < 0 || to < 0) return;
    const manifest = whole.slice(from + scriptMarks.open.length, to);
    const frame = whole.slice(0, from) + whole.slice(to + scriptMarks.close.length);
    yield { path: framePath, bytes: this.#encoder.encode(frame) };
    for (const { path } of readManifest(manifest)?.files ?? []) {
      const hash = this.#images.get(path);
      if (hash) yield { path, hash };
    }
    yield { path: manifestName, bytes: this.#encoder.encode(manifest) };
  }
}
