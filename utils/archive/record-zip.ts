import { recordFileName, safeName, UniqueNames } from './file-name';
import { type ManifestFile, manifestName, sha256, writeManifest } from './manifest';
import { type ArchiveRecord, writeRecord } from './record';
import { writeZip } from './zip-writer';

/** Where an article came from, for the manifest. */
export interface Origin {
  /** The folder in the zip. */
  feedName: string;
  source: string;
  fetchedAt: number;
}

export interface RecordZip {
  add(record: ArchiveRecord, origin: Origin): Promise<void>;
  /** Writes the manifest and the zip's own directory; `now` in ms. */
  finish(now: number): void;
}

/** A zip of records with a manifest, as a stream of pieces; only names and hashes are kept in memory. */
export function writeRecordZip(emit: (chunk: Uint8Array) => void): RecordZip {
  const zip = writeZip(emit);
  const names = new UniqueNames();
  const encoder = new TextEncoder();
  const files: ManifestFile[] = [];
  return {
    async add(record, { feedName, source, fetchedAt }) {
      const path = names.take(`${safeName(feedName) || 'articles'}/${recordFileName(record)}`);
      const bytes = encoder.encode(writeRecord(record));
      const hash = await sha256(bytes);
      const fetched = new Date(fetchedAt).toISOString();
      files.push({ path, sha256: hash, bytes: bytes.length, link: record.link, source, fetchedAt: fetched });
      zip.add(path, bytes, record.time);
    },
    finish(now) {
      zip.add(manifestName, encoder.encode(writeManifest(now, files)), now);
      zip.finish();
    },
  };
}
