import { type Manifest, manifestName, readManifest, sha256 } from './manifest';

/** A file of the archive as it is now: its bytes, null where it could not be read, or what they were hashed to. */
export type PresentFile =
  | { path: string; bytes: Uint8Array<ArrayBuffer> | null }
  | { path: string; hash: string };

export interface Difference {
  path: string;
  /** changed: other bytes · missing: named by the manifest only · added: there, but not named, or there twice · unreadable. */
  kind: 'changed' | 'missing' | 'added' | 'unreadable';
  /** What the manifest says it is of: an article's or picture's address; '' where it has none. */
  link: string;
}

export interface Verified {
  /** null where there is no manifest to compare with. */
  manifest: Manifest | null;
  /** Files that are as the manifest says. */
  same: number;
  /** In the order of paths. */
  differences: Difference[];
}

/**
 * Compares an archive with its manifest, offline: every file is hashed. The manifest may stand anywhere in it, also in a
 * folder; paths count from there. `onFile` is told how many files were read.
 */
export async function verifyArchive(
  files: AsyncIterable<PresentFile>,
  onFile: (count: number) => void = () => undefined,
): Promise<Verified> {
  const hashes = new Map<string, string | null>();
  const twice = new Set<string>();
  let manifest: Manifest | null = null;
  let home = '';
  let manifestPath = '';
  for await (const file of files) {
    const { path } = file;
    const bytes = 'bytes' in file ? file.bytes : null;
    // of two files of one name in a zip, programs take the first or the last
    if (hashes.has(path) && !('hash' in file)) twice.add(path);
    hashes.set(path, 'hash' in file ? file.hash : bytes && (await sha256(bytes)));
    const found = bytes && isManifest(path) ? readManifest(new TextDecoder().decode(bytes)) : null;
    if (found && (manifest === null || path.length < manifestPath.length)) {
      manifest = found;
      manifestPath = path;
      // a book's stands beside its container's own files, and speaks of the whole book
      home = path.slice(0, -manifestName.length).replace(/(^|\/)META-INF\/$/, '$1');
    }
    onFile(hashes.size);
  }
  if (manifest === null) return { manifest, same: 0, differences: [] };
  hashes.delete(manifestPath);
  return { manifest, ...compare(manifest, home, { hashes, twice }) };
}

function isManifest(path: string): boolean {
  return path === manifestName || path.endsWith(`/${manifestName}`);
}

interface Present {
  hashes: ReadonlyMap<string, string | null>;
  twice: ReadonlySet<string>;
}

function compare(manifest: Manifest, home: string, { hashes, twice }: Present) {
  const differences: Difference[] = [];
  let same = 0;
  for (const { path, sha256: wanted, link } of manifest.files) {
    const hash = hashes.get(home + path);
    if (hash === wanted) same++;
    else
      differences.push({
        path,
        kind: hash === undefined ? 'missing' : hash === null ? 'unreadable' : 'changed',
        link,
      });
  }
  const named = new Set(manifest.files.map(({ path }) => home + path));
  const added = new Set([...twice, ...[...hashes.keys()].filter((path) => !named.has(path))]);
  for (const path of added) differences.push({ path, kind: 'added', link: '' });
  return { same, differences: differences.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
