import { fileChunks } from './file-chunks';
import type { SourceFile } from './gather';
import type { PresentFile } from './verify';

/**
 * Every file of a chosen folder, every file in a chosen zip or book, and every piece of a chosen page or JSON Feed that
 * carries a manifest. Never throws.
 */
export async function* presentFiles(files: Iterable<SourceFile>): AsyncGenerator<PresentFile> {
  for (const file of files) {
    const path = file.webkitRelativePath || file.name;
    const alone = file.webkitRelativePath === '' && endings.find(({ ending }) => ending.test(path));
    if (alone) yield* alone.files(file);
    else yield { path, bytes: await file.arrayBuffer().then(asBytes, () => null) };
  }
}

const endings = [
  { ending: /\.(?:zip|epub)$/i, files: zippedFiles },
  { ending: /\.html?$/i, files: pageFiles },
  { ending: /\.json$/i, files: feedFiles },
];

async function* pageFiles(file: SourceFile): AsyncGenerator<PresentFile> {
  try {
    const { pageParts } = await import('./page-parts');
    yield* pageParts(fileChunks(file));
  } catch {
    yield { path: file.name, bytes: null };
  }
}

async function* feedFiles(file: SourceFile): AsyncGenerator<PresentFile> {
  try {
    const { feedParts } = await import('./feed-parts');
    yield* feedParts(new TextDecoder().decode(await file.arrayBuffer()));
  } catch {
    yield { path: file.name, bytes: null };
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
