import type { ArchiveRecord } from './record';

/** Bytes of a title in UTF-8: with date, number and ending below the 255 of common file systems. */
const titleBytes = 180;

/** Windows has these for devices, whatever their ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name that every file system takes: no separators, controls or reserved characters, no dot or space at its ends.
 * '' stays ''.
 */
export function safeName(text: string): string {
  const name = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ');
  const short = cut(name.trim(), titleBytes).replace(/^[. ]+|[. ]+$/g, '');
  return device.test(short) ? `_${short}` : short;
}

/** As many whole characters as fit into the bytes. */
function cut(text: string, bytes: number): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, read);
}

/** `2025-01-21 Title.md`; the day is UTC's, so that two machines give one name. */
export function recordFileName(
  { time, title }: Pick<ArchiveRecord, 'time' | 'title'>,
  ending = 'md',
): string {
  const day = time === null ? '' : new Date(time).toISOString().replace(/T.*/, '');
  const name = [day, safeName(title)].filter(Boolean).join(' ') || 'untitled';
  return `${name}.${ending}`;
}

/** Gives names back, the second of equal ones as `name (2).md`; capitals do not tell two names apart. */
export class UniqueNames {
  readonly #taken = new Map<string, number>();

  take(name: string): string {
    const key = name.toLowerCase();
    const count = (this.#taken.get(key) ?? 0) + 1;
    this.#taken.set(key, count);
    if (count === 1) return name;
    const dot = name.lastIndexOf('.');
    return this.take(`${name.slice(0, dot)} (${count})${name.slice(dot)}`);
  }
}

/** Whether a path from a zip stays below the place it is unpacked to: no way up, no root, no drive, no backslash. */
export function isPathInside(path: string): boolean {
  if (path === '' || /^[/~]|^[a-z]:|\\|\0/i.test(path)) return false;
  return path.split('/').every((part) => part !== '..');
}

/** Whether a file of that name may be a record: by its ending, and not hidden or a leftover of some system. */
export function mayBeRecord(path: string): boolean {
  const parts = path.split('/');
  return /\.(md|markdown|txt|html?)$/i.test(path) && parts.every((part) => !/^(\.[^.]|__MACOSX$)/.test(part));
}
