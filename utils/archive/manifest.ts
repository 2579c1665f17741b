/** What a manifest says of one file of the archive. */
export interface ManifestFile {
  /** Below the manifest's own folder, with `/`. */
  path: string;
  /** Of the file's bytes, 64 hexadecimal digits. */
  sha256: string;
  bytes: number;
  /** The article's or picture's address; '' where it has none. */
  link: string;
  /** Further addresses of a picture, where it was met under several. */
  addresses?: string[];
  /**
   * The address that brought it: which of the feed's, or of the site or proxy that gave the picture; '' for an imported
   * one, where it was not written down, or where the address would give a secret away.
   */
  source: string;
  /** When it came to this reader, ISO 8601. */
  fetchedAt: string;
  /** The first of its feed's addresses, where another one brought it, or it was not written down which. */
  feed?: string;
  /** Where its text is that of the article's own page: the page's address, and when it answered. */
  page?: { link: string; fetchedAt: string };
}

/** What an archive holds, so that anyone can tell later whether it still does. */
export interface Manifest {
  format: 'broadsheet-archive';
  version: 1;
  createdAt: string;
  files: ManifestFile[];
}

export const manifestName = 'manifest.json';

/** SHA-256 in hexadecimal digits (FIPS 180-4), as `sha256sum` writes it. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What is told of where a piece of an archive came from. */
export interface PieceOrigin {
  link: string;
  source: string;
  /** When it came, ms. */
  fetched: number;
  feed?: string;
  /** `at` in ms. */
  page?: { link: string; at: number };
}

const isoTime = (ms: number) => new Date(ms).toISOString();

/** What a manifest says of a piece of the archive that holds these bytes. */
export async function pieceLine(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  { link, source, fetched, feed, page }: PieceOrigin,
): Promise<ManifestFile> {
  return {
    path,
    sha256: await sha256(bytes),
    bytes: bytes.length,
    link,
    source,
    fetchedAt: isoTime(fetched),
    ...(feed !== undefined && { feed }),
    ...(page && { page: { link: page.link, fetchedAt: isoTime(page.at) } }),
  };
}

/** The manifest as a file: JSON with a line for each file of the archive, for tools that read lines. */
export function writeManifest(createdAt: number, files: readonly ManifestFile[]): string {
  const head = JSON.stringify({
    format: 'broadsheet-archive',
    version: 1,
    createdAt: isoTime(createdAt),
  });
  const lines = files.map((file) => JSON.stringify(file)).join(',\n');
  return `${head.slice(0, -1)},"files":[\n${lines}\n]}\n`;
}

/** Reads a manifest; null for any other text. Unknown properties are left behind. Never throws. */
export function readManifest(text: string): Manifest | null {
  const value = own(parse(text));
  const files = value.get('files');
  if (value.get('format') !== 'broadsheet-archive' || value.get('version') !== 1 || !Array.isArray(files))
    return null;
  const read = files.map((file) => readFile(own(file)));
  const whole = read.filter((file) => file !== null);
  if (whole.length < read.length) return null;
  return { format: 'broadsheet-archive', version: 1, createdAt: textOf(value, 'createdAt'), files: whole };
}

function readFile(value: Map<string, unknown>): ManifestFile | null {
  const [path, hash, bytes] = [textOf(value, 'path'), textOf(value, 'sha256'), value.get('bytes')];
  if (path === '' || !/^[\da-f]{64}$/.test(hash) || typeof bytes !== 'number') return null;
  const feed = textOf(value, 'feed');
  const others = value.get('addresses');
  const addresses = Array.isArray(others) ? others.filter((one) => typeof one === 'string') : [];
  const page = own(value.get('page'));
  return {
    path,
    sha256: hash,
    bytes,
    link: textOf(value, 'link'),
    ...(addresses.length > 0 && { addresses }),
    source: textOf(value, 'source'),
    fetchedAt: textOf(value, 'fetchedAt'),
    ...(feed !== '' && { feed }),
    ...(page.size > 0 && { page: { link: textOf(page, 'link'), fetchedAt: textOf(page, 'fetchedAt') } }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Own properties only, so that `__proto__` in a file is a name like any other. */
function own(value: unknown): Map<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function textOf(value: Map<string, unknown>, name: string): string {
  const text = value.get(name);
  return typeof text === 'string' ? text : '';
}
