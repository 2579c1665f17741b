/** A time in a line of show notes, and where it stands there. */
export interface TimeMark {
  /** Of its line's characters: from the first to behind the last. */
  from: number;
  to: number;
  /** Where in the recording. */
  seconds: number;
  /** The rest of its line: '' where there is none. */
  title: string;
}

type Place = 'leading' | 'bracketed' | 'trailing';

interface Found {
  line: number;
  from: number;
  to: number;
  numbers: readonly number[];
  title: string;
  place: Place;
}

/** 1:02:09, 75:30, 03：25; not part of a longer number, and no time of day. */
const time =
  /(?<![\d:：.,/\p{L}])(?:(\d{1,2})[:：])?(\d{1,3})[:：]([0-5]\d)(?![\d:：%]|[.,]\d|(?:\s*[-–—~]\s*\d{1,2}[:：]\d\d)?\s?(?:[ap]\.?m\b|uhr\b|h\b|[时時点點]))/giu;
/** What may stand before a time that its line begins with: a bullet, a bracket, the number of a list. */
const onlySigns = /^(?:\s*\d{1,3}[.)、]\s+)?[\s\p{P}\p{S}]*$/u;
const opens = /[([（【〔［]\s*$/;
const closes = /^\s*[)\]）】〕］]/;
/** Where a range ends. */
const until = /^\s*[-–—~]\s*(?:\d{1,2}[:：])?\d{1,3}[:：]\d\d/;
const signsAround = /^[\s\p{Pd}:：;,，、.…|·•*)\]）】〕］>]+|[\s\p{Pd}:：;,，、.…|·•*([（【〔［<]+$/gu;
const longestTitle = 120;
const mostMarks = 300;

function placeOf(before: string, after: string): Place | null {
  if (onlySigns.test(before)) return 'leading';
  if (opens.test(before) && closes.test(after)) return 'bracketed';
  return onlySigns.test(after) ? 'trailing' : null;
}

const clean = (text: string) => text.replaceAll(signsAround, '').trim();

/** What a time stands for: what is behind it in its line, else what is before it, behind the time before. */
function titleOf(place: Place, before: string, after: string): string {
  const own = place === 'leading' ? after.replace(until, '') : (before.split(time).at(-1) ?? '');
  const title = clean(own.replace(/^\s*\d{1,3}[.)、]\s+/, ''));
  return /[\p{L}\p{N}]/u.test(title) ? title.slice(0, longestTitle) : '';
}

function foundIn(text: string, line: number): Found[] {
  return [...text.matchAll(time)].flatMap((match) => {
    const [whole, hours, minutes, seconds] = match;
    if (hours !== undefined && Number(minutes) > 59) return [];
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + whole.length)];
    const place = placeOf(before, after);
    if (!place) return [];
    const numbers = [hours, minutes, seconds].flatMap((part) => (part === undefined ? [] : Number(part)));
    const title = titleOf(place, before, after);
    return [{ line, from: match.index, to: match.index + whole.length, numbers, title, place }];
  });
}

const inMinutes = (numbers: readonly number[]) => numbers.reduce((sum, part) => sum * 60 + part, 0);

/**
 * Whether times of two numbers are hours and minutes: where none has three, as minutes all would stand in the first
 * twentieth of the recording, and as hours they fit into it.
 */
function areHours(found: readonly Found[], length: number): boolean {
  const last = Math.max(...found.map(({ numbers }) => inMinutes(numbers)));
  const isShort = found.every(({ numbers }) => numbers.length === 2);
  return isShort && found.length > 2 && last * 20 < length && last * 60 <= length;
}

/**
 * The times in the lines of a recording's notes, by line, as places in it. Only those that begin or end a line or stand in
 * brackets: others are told of something else. One alone at a line's end is no mark either. What lies behind the end of
 * the recording is left out; `length` is null where nobody knows it.
 */
export function timeMarks(lines: readonly string[], length: number | null): Map<number, TimeMark[]> {
  const found = lines.flatMap(foundIn).slice(0, mostMarks);
  const marks = new Map<number, TimeMark[]>();
  if (found.length < 2 && found[0]?.place !== 'leading' && found[0]?.place !== 'bracketed') return marks;
  const factor = length !== null && areHours(found, length) ? 60 : 1;
  for (const { line, from, to, numbers, title } of found) {
    const seconds = inMinutes(numbers) * factor;
    if (length !== null && seconds > length) continue;
    marks.set(line, [...(marks.get(line) ?? []), { from, to, seconds, title }]);
  }
  return marks;
}

/** The chapters that these marks are: those with a title, in the order of the recording; none where there are not two. */
export function chaptersOf(marks: ReadonlyMap<number, readonly TimeMark[]>): TimeMark[] {
  const titled = [...marks.values()].flatMap(([first]) => (first && first.title !== '' ? [first] : []));
  const chapters = titled.sort((a, b) => a.seconds - b.seconds);
  return chapters.length > 1 ? chapters : [];
}

/** Which of them is heard at a second; -1 before the first. */
export function chapterAt(chapters: readonly TimeMark[], seconds: number): number {
  return chapters.findLastIndex((one) => one.seconds <= seconds + 0.5);
}
