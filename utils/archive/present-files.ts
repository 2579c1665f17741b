import { fileChunks } from './file-chunks';
import type { SourceFile } from './gather';
import type { PresentFile } from './verify';

/** Every file of a chosen folder, and every file in a chosen zip, with its bytes. Never throws. */
export async function* presentFiles(files: Iterable<SourceFile>): AsyncGenerator<PresentFile> {
  for (const file of files) {
    const path = file.webkitRelativePath || file.name;
    if (file.webkitRelativePath === '' && /\.zip$/i.test(path)) yield* zippedFiles(file);
    else yield { path, bytes: await file.arrayBuffer().then(asBytes, () => null) };
  }
}

const asBytes = (buffer: ArrayBuffer) => new Uint8Array(buffer);

async function* zippedFiles(file: SourceFile): AsyncGenerator<PresentFile> {
  try {
    const { readZip } = await import('./zip-reader');
    for await (const item of readZip(fileChunks(file), () => true))
      yield { path: item.path || file.name, bytes: item.ok ? new Uint8Array(item.bytes) : null };
  } catch {
    yield { path: file.name, bytes: null };
  }
}
