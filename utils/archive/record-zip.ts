import type { Body, Entry } from '../model/entry';
import { recordFileName, safeName, UniqueNames } from './file-name';
import { type ArchiveRecord, writeRecord } from './record';
import { writeZip } from './zip-writer';

/** An article as a record. Its time is what the publisher said, not when it came to us. */
export function recordOf(
  { publishedAt, title, link }: Pick<Entry, 'publishedAt' | 'title' | 'link'>,
  body: Pick<Body, 'html'> | undefined,
): ArchiveRecord {
  return { time: publishedAt, title, link, html: body?.html ?? '' };
}

export interface RecordZip {
  /** Adds a record in the folder of its feed; gives its path in the zip. */
  add(folder: string, record: ArchiveRecord): string;
  finish(): void;
}

/** A zip of records as a stream of pieces; only names are kept in memory. */
export function writeRecordZip(emit: (chunk: Uint8Array) => void): RecordZip {
  const zip = writeZip(emit);
  const names = new UniqueNames();
  const encoder = new TextEncoder();
  return {
    add(folder, record) {
      const path = names.take(`${safeName(folder) || 'articles'}/${recordFileName(record)}`);
      zip.add(path, encoder.encode(writeRecord(record)), record.time);
      return path;
    },
    finish: () => zip.finish(),
  };
}
