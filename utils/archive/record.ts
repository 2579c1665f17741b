/** One article as a file of its own: what its reader keeps when site, mirror and image proxy are gone. */
export interface ArchiveRecord {
  /** Publication, milliseconds since the epoch; null where the record does not say. */
  time: number | null;
  /** Plain text on one line; '' where there is none. */
  title: string;
  /** As written, not checked to be an address; '' where there is none. */
  link: string;
  /** The article's HTML, byte for byte. */
  html: string;
}

/** `other-text`: an article at its address is kept already, and says something else. */
export type RecordRefusal = 'empty' | 'too-big' | 'not-a-record' | 'other-text';

/** Characters of one record; articles beyond it are not text that someone reads. */
export const maxRecordLength = 10_000_000;

const wholeNumber = /^-?\d{1,16}$/;
const dashes = /^-{3,}$/;
/** Milliseconds that a Date can hold (ECMA-262 21.4.1.1). */
const lastTime = 8.64e15;

/**
 * The record as text: `<!--ms-->`, `[title](link)`, six dashes, an empty line, the HTML and a final newline.
 * `readRecord` gives back what went in, except that a line break in the title becomes a space and that `](` in the
 * link, where it could not be told from the link's beginning, is written `%5D(`.
 */
export function writeRecord({ time, title, link, html }: ArchiveRecord): string {
  const comment = time === null ? '' : `<!--${time}-->\n`;
  const oneLine = title.replace(/[\r\n]+/g, ' ');
  const address = link.replace(/[\r\n]+/g, '').replaceAll('](', '%5D(');
  return `${comment}[${oneLine}](${address})\n------\n\n${html}\n`;
}

/**
 * Reads a record, also with a byte order mark, Windows line ends, blank lines in front, or one of its three marks
 * (time, title line, dashes) missing. Text that shows fewer than two of them is somebody's other file.
 * Never throws; linear in the text.
 */
export function readRecord(
  text: string,
): { ok: true; record: ArchiveRecord } | { ok: false; reason: RecordRefusal } {
  if (text.length > maxRecordLength) return { ok: false, reason: 'too-big' };
  const lines = new Lines(text);
  if (lines.atEnd()) return { ok: false, reason: 'empty' };
  const comment = lines.take(readComment);
  const time = comment === null ? null : readTime(comment);
  const heading = lines.take(readHeading) ?? (time === null ? null : lines.take(readBareTitle));
  const ruled = lines.take(readDashes) !== null;
  if ([time !== null, heading !== null, ruled].filter(Boolean).length < 2)
    return { ok: false, reason: 'not-a-record' };
  lines.take(readNothing);
  return { ok: true, record: { time, ...(heading ?? { title: '', link: '' }), html: lines.rest() } };
}

/** What a line says, or null where it is another kind of line; `next` is the line after it. */
type LineReader<T> = (line: string, next: string) => T | null;

const readComment: LineReader<string> = (line) =>
  line.startsWith('<!--') && line.endsWith('-->') ? line.slice(4, -3).trim() : null;

const readDashes: LineReader<true> = (line) => (dashes.test(line) ? true : null);

const readNothing: LineReader<true> = (line) => (line === '' ? true : null);

/** `<!---->` and `<!--null-->` are records of unknown time. */
function readTime(comment: string): number | null {
  const time = wholeNumber.test(comment) ? Number(comment) : Number.NaN;
  return Math.abs(time) <= lastTime ? time : null;
}

/** Titles hold brackets and addresses hold parentheses, neither escaped: the last `](` is the border. */
const readHeading: LineReader<{ title: string; link: string }> = (line) => {
  if (!line.startsWith('[')) return null;
  const border = line.lastIndexOf('](');
  if (border > 0 && line.endsWith(')'))
    return { title: line.slice(1, border), link: line.slice(border + 2, -1) };
  return line.endsWith(']') ? { title: line.slice(1, -1), link: '' } : null;
};

/** Asked for after a time only: else every underlined heading of a Markdown file would be a record. */
const readBareTitle: LineReader<{ title: string; link: string }> = (line, next) =>
  line !== '' && !dashes.test(line) && dashes.test(next) ? { title: line, link: '' } : null;

/** A text, line by line from its front. */
class Lines {
  #at = 0;
  readonly #text: string;
  readonly #windows: boolean;

  constructor(text: string) {
    this.#text = text;
    while (/\s/.test(text.charAt(this.#at))) this.#at++;
    this.#windows = text.charAt(this.#endOf(this.#at) - 1) === '\r';
  }

  atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  #endOf(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end === -1 ? this.#text.length : end;
  }

  #line(from: number): string {
    return this.#text.slice(from, this.#endOf(from)).trimEnd();
  }

  /** Moves past the next line if the reader knows it. */
  take<T>(read: LineReader<T>): T | null {
    if (this.atEnd()) return null;
    const next = this.#endOf(this.#at) + 1;
    const found = read(this.#line(this.#at), this.#line(next));
    if (found !== null) this.#at = next;
    return found;
  }

  /** All that is left but its final newline. Windows line ends of a whole file are some tool's, not the article's. */
  rest(): string {
    const rest = this.#text.slice(this.#at);
    return (this.#windows ? rest.replaceAll('\r\n', '\n') : rest).replace(/\n$/, '');
  }
}
