import { foldHanUnit } from '../text/script-fold';

/** What a UTF-16 unit is to a search. A word's script is written with spaces; a sign's (Chinese, Japanese, Thai) is not. */
export const gap = 0;
export const word = 1;
export const sign = 2;
type Kind = typeof gap | typeof word | typeof sign;

/** Folds to more than one unit, or to one that its decomposition does not name. */
const spelled: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ё: 'е',
};
/** Marks over letters that writers leave out (accents, vowel points of Hebrew and Arabic), and what cannot be seen. */
const dropped: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x591, 0x5c7],
  [0x610, 0x61a],
  [0x640, 0x640],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x200b, 0x200f],
  [0x2060, 0x2060],
  [0x3099, 0x309a],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];
/** Where the parts of a letter are its accent and its base; in Cyrillic й is no и, in kana が is no か. */
const accented = /[\u00aa-\u03ff\u0590-\u06ff\u1e00-\u24ff\uf900-\ufb4f\uff01-\uffee]/;
/** Half of a pair is one too: two of them are looked up as two signs are. */
const signs =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3105-\u312f\u31f0-\u31ff\u3400-\u9fff\ua960-\ua97f\uac00-\udfff]/;

const isDropped = (unit: number) => dropped.some(([from, to]) => unit >= from && unit <= to);

function foldOf(unit: number): string {
  const lower = String.fromCharCode(unit).toLowerCase();
  const spelt = spelled[lower];
  if (spelt !== undefined) return spelt;
  const parts = accented.test(lower) ? lower.normalize('NFKD') : lower;
  const units = Array.from({ length: parts.length }, (_, at) => parts.charCodeAt(at));
  return String.fromCharCode(...units.filter((one) => !isDropped(one)).map(foldHanUnit));
}

function kindOf(unit: number): Kind {
  const text = String.fromCharCode(unit);
  if (signs.test(text)) return sign;
  return /[\p{L}\p{N}\p{M}]/u.test(text) ? word : gap;
}

const unknown = 0xff;
const many = 0xfffe;
const kinds = new Uint8Array(0x10000).fill(unknown);
const folds = new Uint16Array(0x10000);

/** Looked up once for each unit: most texts use few of the 65,536. */
function learn(unit: number): void {
  const folded = foldOf(unit);
  folds[unit] = folded.length > 1 ? many : folded.length === 0 ? 0 : folded.charCodeAt(0);
  kinds[unit] = folded === '' ? gap : kindOf(folded.charCodeAt(0));
}

/** What the unit, folded, is to a search. */
export function unitKind(unit: number): number {
  if (kinds[unit] === unknown) learn(unit);
  return kinds[unit] ?? gap;
}

/** The folded unit; 0 for one that folds to nothing, null for one that folds to several (`foldedUnits`). */
export function foldUnit(unit: number): number | null {
  if (kinds[unit] === unknown) learn(unit);
  const folded = folds[unit] ?? 0;
  return folded === many ? null : folded;
}

/** All units that this one folds to. */
export function foldedUnits(unit: number): string {
  return foldOf(unit);
}
