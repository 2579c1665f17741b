import { decodeBytes } from '../text/decode';
import { fileChunks } from './file-chunks';
import { mayBeRecord } from './file-name';
import { isImagePath } from './image-file';
import { type Manifest, manifestName, readManifest } from './manifest';
import { maxRecordLength } from './record';
import type { ZipItem } from './zip-reader';

/** What a File offers of itself. */
export interface SourceFile {
  name: string;
  /** The path below a chosen folder; '' for a file that was chosen by itself. */
  webkitRelativePath: string;
  size: number;
  stream(): ReadableStream<Uint8Array>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export type GatherRefusal = 'unreadable' | 'too-big' | 'path-unsafe';

/**
 * The text of a file or of a file in a zip, or why there is none; of an archive of ours also its pictures and manifest. `done`: bytes of the chosen
 * files that were read.
 */
export type Gathered =
  | { name: string; text: string; done: number }
  | { name: string; image: Uint8Array; done: number }
  | { name: string; manifest: Manifest; done: number }
  | { name: string; reason: GatherRefusal; done: number };

/** A character takes up to four bytes. */
const maxBytes = maxRecordLength * 4;

const isManifestPath = (path: string) => path === manifestName || path.endsWith(`/${manifestName}`);
const isWanted = (path: string) => mayBeRecord(path) || isImagePath(path) || isManifestPath(path);

/** Reads the files one after the other, and zips among them file by file. Never throws. */
export async function* gatherRecords(files: Iterable<SourceFile>): AsyncGenerator<Gathered> {
  let before = 0;
  for (const file of files) {
    const name = file.webkitRelativePath || file.name;
    const unasked = file.webkitRelativePath !== '' && !isWanted(name);
    if (/\.zip$/i.test(name)) yield* gatherZip(file, before);
    else if (!unasked) {
      const found = await readFile(file, name);
      if (found) yield { ...found, done: before + file.size };
    }
    before += file.size;
  }
}

async function readFile(file: SourceFile, name: string) {
  if (file.size > maxBytes) return { name, reason: 'too-big' as const };
  try {
    return understood(name, new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { name, reason: 'unreadable' as const };
  }
}

/** fflate is only loaded for whoever has a zip. */
async function* gatherZip(file: SourceFile, before: number): AsyncGenerator<Gathered> {
  let read = 0;
  async function* chunks() {
    for await (const chunk of fileChunks(file)) {
      read += chunk.length;
      yield chunk;
    }
  }
  try {
    const { readZip } = await import('./zip-reader');
    for await (const item of readZip(chunks(), isWanted)) {
      const found = ofZip(file.name, item);
      if (found) yield { ...found, done: before + read };
    }
  } catch {
    yield { name: file.name, reason: 'unreadable', done: before + read };
  }
}

function ofZip(zipName: string, item: ZipItem) {
  const name = item.path === '' ? zipName : item.path;
  return item.ok ? understood(name, item.bytes) : { name, reason: item.reason };
}

/** null for a manifest that is none of ours: other programs have files of that name. */
function understood(name: string, bytes: Uint8Array) {
  if (isImagePath(name)) return { name, image: bytes };
  const { text } = decodeBytes(bytes);
  if (!isManifestPath(name)) return { name, text };
  const manifest = readManifest(text);
  return manifest && { name, manifest };
}
