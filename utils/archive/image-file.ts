import type { ManifestFile } from './manifest';

/** A picture that goes into an archive as a file of its own. */
export interface ArchiveImage {
  /** By which articles ask for it. */
  address: string;
  /** SHA-256 in hexadecimal digits. */
  hash: string;
  /** Media type. */
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Where it really came from: its own site, or a proxy. */
  from: string;
  /** Milliseconds since the epoch. */
  fetchedAt: number;
}

const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
  'image/x-icon': 'ico',
  'image/svg+xml': 'svg',
};

/** Where pictures stand in an archive: named by their hash, so that the same one is there once. */
export function imagePath({ hash, type }: Pick<ArchiveImage, 'hash' | 'type'>): string {
  return `images/${hash}.${endings[type] ?? 'img'}`;
}

/** Whether a file of an archive is one of its pictures. */
export function isImagePath(path: string): boolean {
  return /(?:^|\/)images\/[\da-f]{64}\.[a-z]{3,4}$/.test(path);
}

/** What a manifest says of a picture. */
export function imageLine(image: ArchiveImage): ManifestFile {
  return {
    path: imagePath(image),
    sha256: image.hash,
    bytes: image.bytes.length,
    // one that stood in the article itself has no address
    link: image.address.startsWith('data:') ? '' : image.address,
    source: image.from,
    fetchedAt: new Date(image.fetchedAt).toISOString(),
  };
}

/** The pictures of an archive, each told of once, with all the addresses that it was met under. */
export class ImageShelf {
  readonly #lines = new Map<string, ManifestFile>();

  /** Whether the picture is new here, and so has to be written. */
  take(image: ArchiveImage): boolean {
    const known = this.#lines.get(image.hash);
    if (!known) {
      this.#lines.set(image.hash, imageLine(image));
      return true;
    }
    const names = [known.link, ...(known.addresses ?? [])];
    if (!names.includes(image.address)) known.addresses = [...(known.addresses ?? []), image.address];
    return false;
  }

  lines(): ManifestFile[] {
    return [...this.#lines.values()];
  }
}
