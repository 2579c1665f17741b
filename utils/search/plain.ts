import { foldedUnits, foldUnit, gap, unitKind } from './units';

/**
 * A text as it is compared: folded, runs of words and of signs parted by one space each, nothing else in between, one
 * space at both ends. `Ｃａｆé——臺灣2026年` becomes ` cafe 台湾 2026 年 `.
 */
export interface Plain {
  text: string;
  /** For every unit of `text`, where it stands in the original. Spaces that part two runs stand where the second begins. */
  places: Uint32Array;
}

const space = 32;
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

class Writing {
  units: Uint16Array<ArrayBuffer>;
  places: Uint32Array;
  length = 0;
  #kind = gap as number;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.places = new Uint32Array(capacity);
  }

  /** Takes one unit of the original, standing at `place`. */
  take(unit: number, place: number): void {
    const folded = foldUnit(unit);
    if (folded === 0) return;
    const kind = unitKind(unit);
    if (kind !== this.#kind && this.units[this.length - 1] !== space) this.put(space, place);
    this.#kind = kind;
    if (kind === gap) return;
    if (folded !== null) this.put(folded, place);
    else for (const one of foldedUnits(unit)) this.put(one.charCodeAt(0), place);
  }

  put(unit: number, place: number): void {
    if (this.length === this.units.length) this.#grow();
    this.units[this.length] = unit;
    this.places[this.length] = place;
    this.length++;
  }

  #grow(): void {
    const { units, places } = this;
    this.units = new Uint16Array(units.length * 2);
    this.places = new Uint32Array(units.length * 2);
    this.units.set(units);
    this.places.set(places);
  }
}

/** The text as a search sees it, with the way back to the original. */
export function toPlain(original: string): Plain {
  const writing = new Writing(original.length + 64);
  writing.put(space, 0);
  for (let place = 0; place < original.length; place++) writing.take(original.charCodeAt(place), place);
  if (writing.units[writing.length - 1] !== space) writing.put(space, original.length);
  const units = writing.units.subarray(0, writing.length);
  // a lone surrogate becomes U+FFFD, one unit for one
  return { text: decoder.decode(units), places: writing.places.subarray(0, writing.length) };
}
