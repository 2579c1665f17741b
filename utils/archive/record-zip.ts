import { recordFileName, safeName, UniqueNames } from './file-name';
import { type ArchiveRecord, writeRecord } from './record';
import { writeZip } from './zip-writer';

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
