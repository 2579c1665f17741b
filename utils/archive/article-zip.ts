import type { ArchiveArticle } from './article';
import { recordFileName, safeName, UniqueNames } from './file-name';
import { type ArchiveImage, ImageShelf, imagePath } from './image-file';
import { type ManifestFile, manifestName, type PieceOrigin, pieceLine, writeManifest } from './manifest';
import { writeZip } from './zip-writer';

/** An article written out: the text of its file, and the ending of the file's name. */
export interface WrittenArticle {
  text: string;
  ending: string;
}

export interface ArticleZip {
  /** `origin`: what the manifest tells of it. `images`: those to be files beside it. */
  add(
    article: ArchiveArticle,
    written: WrittenArticle,
    origin: PieceOrigin,
    images?: readonly ArchiveImage[],
  ): Promise<void>;
  /** Writes the manifest and the zip's own directory; `now` in ms. */
  finish(now: number): void;
}

/** A zip of articles in a folder for each feed, with a manifest, as a stream of pieces; only names and hashes stay in memory. */
export function writeArticleZip(emit: (chunk: Uint8Array) => void): ArticleZip {
  const zip = writeZip(emit);
  const names = new UniqueNames();
  const encoder = new TextEncoder();
  const files: ManifestFile[] = [];
  const shelf = new ImageShelf();
  return {
    async add({ feedName, published, title }, { text, ending }, origin, images = []) {
      const name = recordFileName({ time: published, title }, ending);
      const path = names.take(`${safeName(feedName) || 'articles'}/${name}`);
      const bytes = encoder.encode(text);
      files.push(await pieceLine(path, bytes, origin));
      zip.add(path, bytes, published);
      for (const image of images)
        if (shelf.take(image)) zip.add(imagePath(image), image.bytes, image.fetchedAt);
    },
    finish(now) {
      zip.add(manifestName, encoder.encode(writeManifest(now, [...files, ...shelf.lines()])), now);
      zip.finish();
    },
  };
}
