/** A piece of a text: from the first of its characters to behind its last. */
export type Piece = readonly [from: number, to: number];

/**
 * The longest piece that is spoken at once, in Latin letters; a sign of Chinese, Japanese or Korean takes as long as three
 * and a half. About ten seconds: Chromium's online voices fall silent in an utterance that takes longer than fifteen, and
 * tell nobody (https://crbug.com/679437).
 */
const most = 160;
const wide =
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f]|[\ud840-\ud87f][\udc00-\udfff]/g;
const widthOfWide = 3.5;
/** Where a voice may stop for breath: first choice, second choice. */
const breaths = [/[;:；：—…]\s*|[。！？!?.]["'”’」』）)]*\s*/g, /[,，、]\s*/g, /\s+/g];

/** How long a text takes to be spoken, in Latin letters. */
export function weight(text: string): number {
  const count = text.match(wide)?.length ?? 0;
  return text.length + count * (widthOfWide - 1);
}

/** The last place behind a match that leaves no more than `most` before it; 0 where there is none. */
function lastBreath(text: string, breath: RegExp): number {
  let found = 0;
  for (const match of text.matchAll(breath)) {
    const end = match.index + match[0].length;
    if (weight(text.slice(0, end)) > most) break;
    if (end < text.length) found = end;
  }
  return found;
}

/** Where to cut a text that is too long: at a pause, at a space, or anywhere between two signs. */
function cutAt(text: string): number {
  for (const breath of breaths) {
    const at = lastBreath(text, breath);
    // crumbs would stutter
    if (weight(text.slice(0, at)) > most / 4) return at;
  }
  let at = 0;
  for (const sign of text) {
    if (at > 0 && weight(text.slice(0, at + sign.length)) > most) break;
    at += sign.length;
  }
  return at;
}

function* shortPieces(text: string, from: number): Generator<Piece> {
  let rest = text;
  let start = from;
  while (weight(rest) > most) {
    const at = cutAt(rest);
    yield [start, start + at];
    rest = rest.slice(at);
    start += at;
  }
  yield [start, start + rest.length];
}

/** A full stop that ends no sentence, as ICU has it for some languages only: of titles, of single letters, of a list's number. */
const abbreviation =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Sen|Rep|Gov|Rev|Hon|St|vs|cf|ca|[Ff]ig|[Aa]pprox|e\.g|i\.e|No|Nos|pp|Nr|Abb|Bd|bzw|vgl|evtl|usw|\p{L})\.\s$|^\s*\(?\d{1,3}[.)]\s+$/u;
/** In languages that write ordinals so: 3. Oktober. */
const ordinal = /(?:^|[\s(])\d{1,2}\.\s$/;
const withOrdinals = new Set([
  'cs',
  'da',
  'de',
  'et',
  'fi',
  'hr',
  'hu',
  'is',
  'lv',
  'nb',
  'nn',
  'no',
  'pl',
  'sk',
  'sl',
  'sr',
]);
/** A stop within a word: Apple Inc.表示, and every one in an address. */
const inWord = /[\p{Script=Latin}\d]\.$/u;
const inAddress = /\bhttps?:\/\/[^\s\u2e80-\u9fff\uff00-\uffef]*$/;
const addressGoesOn = /^[^\s\u2e80-\u9fff\uff00-\uffef]/;

/** Whether a text that stops there goes on: its stop is none of a sentence. */
function goesOn(text: string, rest: string, language: string): boolean {
  if (abbreviation.test(text) || (inWord.test(text) && /^\p{L}/u.test(rest))) return true;
  if (inAddress.test(text) && addressGoesOn.test(rest)) return true;
  return withOrdinals.has(language.slice(0, 2)) && ordinal.test(text);
}

/** Quotes and brackets that open, which UAX 29 leaves with the sentence before: there they may as well close. */
const opening = /[“‘「『《〈（【([]+\s*$/;
const opened = (segment: string) => opening.exec(segment)?.[0].length ?? 0;

function* sentencesOf(text: string, language: string): Generator<Piece> {
  let start = 0;
  for (const { segment, index } of segmenter(language).segment(text)) {
    const whole = index + segment.length;
    const end = whole < text.length ? whole - opened(segment) : whole;
    if (end < text.length && goesOn(text.slice(start, end), text.slice(end), language)) continue;
    yield [start, end];
    start = end;
  }
  if (start < text.length) yield [start, text.length];
}

function segmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || 'en', { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}

const webAddress =
  /\bhttps?:\/\/(?:www\.)?([^\s/?#\u2e80-\u9fff\uff00-\uffef]+)[^\s\u2e80-\u9fff\uff00-\uffef]*/g;
const footnote = /[[［〔]\d{1,3}[\]］〕]/g;

/** The words that are said for a text: addresses of the web by their site, and no numbers of footnotes. */
export function saidFor(text: string): string {
  const site = (address: string, host: string) => host + (/[.,;:!?)]*$/.exec(address)?.[0] ?? '');
  return text.replaceAll(webAddress, site).replaceAll(footnote, '').replaceAll(/\s+/g, ' ').trim();
}

/** Something that is heard: a letter or a number. */
const audible = /[\p{L}\p{N}]/u;

/**
 * What of a text of one paragraph is spoken at a time, in order and without the spaces around it: its sentences (Unicode
 * UAX 29), long ones in parts. What holds no letter and no number is left out. Never throws: a tag that is none counts as
 * English.
 */
export function spokenPieces(text: string, language: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [from, to] of sentencesOf(text, language))
    for (const [start, end] of shortPieces(text.slice(from, to), from)) {
      const part = text.slice(start, end);
      if (!audible.test(part)) continue;
      pieces.push([start + part.search(/\S/), start + part.trimEnd().length]);
    }
  return pieces;
}
