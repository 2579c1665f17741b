import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipWriter {
  /** Adds a whole file; `time` in ms. A packed one (a picture) is stored as it is. */
  add(path: string, bytes: Uint8Array, time: number | null): void;
  finish(): void;
}

/** The years a zip can tell, from its start in 1980; a day inside, for every time zone. */
const firstTime = Date.UTC(1980, 0, 2);
const lastTime = Date.UTC(2099, 11, 30);
/** For files of some kilobytes: a third of the time that fflate's own choice takes, and as small. */
const deflate = { level: 4, mem: 4 } as const;
/** What is packed already, and what says of a book that it is one. */
const packed = /^mimetype$|\.(jpe?g|png|gif|webp|avif|mp3|m4a|mp4|zip|epub)$/i;

/**
 * Writes a zip as a stream: each piece is handed on as soon as it is there, one file in memory at a time.
 * Throws what `emit` throws.
 */
export function writeZip(emit: (chunk: Uint8Array) => void): ZipWriter {
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    emit(chunk);
  });
  return {
    add(path, bytes, time) {
      const file = packed.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, deflate);
      file.mtime = Math.min(lastTime, Math.max(firstTime, time ?? firstTime));
      zip.add(file);
      file.push(bytes, true);
    },
    finish: () => zip.end(),
  };
}
