import type { Attribute } from '../text/attributes';

/** What an attribute must be like; a class is a word of `class`, an id is all of `id`. */
interface Test {
  name: string;
  how: '' | '=' | '~=' | '^=' | '$=' | '*=' | '|=';
  value: string;
}

/** One element of a selector. */
interface Part {
  /** Lower case; '' for any. */
  tag: string;
  tests: Test[];
  /** It must be a child of what the part before it matches, and not only be somewhere in it. */
  child: boolean;
}

export type Selector = readonly Part[];

/** Why a selector cannot be read: what stands at the place `at` is not known here, or something is missing there. */
export interface BadSelector {
  at: number;
  reason: 'sign' | 'missing';
}

/** Parts are bits of a number. */
const mostParts = 20;
const name = /[-_a-z\u00a0-\uffff](?:[-\w\u00a0-\uffff])*/iy;
const attribute = /\[\s*([-\w:]+)\s*(?:([~^$*|]?=)\s*(?:"([^"]*)"|'([^']*)'|([-\w\u00a0-\uffff]+))\s*)?\]/iy;
const gap = /\s*(>)?\s*/y;

class Reading {
  at = 0;

  constructor(private readonly text: string) {}

  get isOver(): boolean {
    return this.at >= this.text.length;
  }

  /** Takes what the pattern matches here. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  takeSign(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }
}

/** A test that begins here; null where none does, and 'missing' where one begins and does not end. */
function readTest(reading: Reading): Test | null | 'missing' {
  const sign = ['.', '#'].find((one) => reading.takeSign(one));
  if (sign) {
    const value = reading.take(name)?.[0];
    if (value === undefined) return 'missing';
    return sign === '.' ? { name: 'class', how: '~=', value } : { name: 'id', how: '=', value };
  }
  const found = reading.take(attribute);
  if (!found) return null;
  const [, named = '', how = '', ...values] = found;
  const value = values.find((one) => one !== undefined) ?? '';
  return { name: named.toLowerCase(), how: how as Test['how'], value };
}

/** An element that is described here; a reason where none is. */
function readPart(reading: Reading, child: boolean): Part | BadSelector['reason'] {
  const from = reading.at;
  const tag = reading.takeSign('*') ? '' : (reading.take(name)?.[0].toLowerCase() ?? '');
  const tests: Test[] = [];
  for (let test = readTest(reading); test !== null; test = readTest(reading)) {
    if (test === 'missing') return 'missing';
    tests.push(test);
  }
  if (reading.at > from) return { tag, tests, child };
  return reading.isOver ? 'missing' : 'sign';
}

/**
 * Reads a selector of the kind `div.share > a[href*="feedx"]`: elements by name, class, id and attributes ([a], =, ~=, ^=,
 * $=, *=, |=), inside one another or children (>). No lists, states or siblings: https://www.w3.org/TR/selectors-4/ has
 * more than what hides promotion.
 */
export function readSelector(text: string): Selector | BadSelector {
  const reading = new Reading(text.trimEnd());
  const parts: Part[] = [];
  for (let child = reading.take(/\s*/y) === null; ; ) {
    const part = readPart(reading, child);
    if (typeof part === 'string') return { at: reading.at, reason: part };
    parts.push(part);
    if (reading.isOver) return parts;
    const before = reading.at;
    child = reading.take(gap)?.[1] === '>';
    if (reading.at === before || parts.length === mostParts) return { at: before, reason: 'sign' };
  }
}

/** An element's name, lower case, with what its tag says. */
export interface Described {
  tag: string;
  attributes: readonly Attribute[];
}

const matchers: Record<Test['how'], (value: string, wanted: string) => boolean> = {
  '': () => true,
  '=': (value, wanted) => value === wanted,
  '~=': (value, wanted) => value.split(/\s+/).includes(wanted),
  '^=': (value, wanted) => wanted !== '' && value.startsWith(wanted),
  '$=': (value, wanted) => wanted !== '' && value.endsWith(wanted),
  '*=': (value, wanted) => wanted !== '' && value.includes(wanted),
  '|=': (value, wanted) => value === wanted || value.startsWith(`${wanted}-`),
};

function fits({ tag, tests }: Part, element: Described): boolean {
  if (tag !== '' && tag !== element.tag) return false;
  return tests.every(({ name: wanted, how, value }) => {
    const own = element.attributes.find((one) => one.name === wanted);
    return own !== undefined && matchers[how](own.value, value);
  });
}

/**
 * Which beginnings of the selector end with this element, as bits: bit 0 for its first part. From those of its parent,
 * and those of all elements around it together, so that matching takes time in proportion, whatever the nesting.
 */
export function matchBits(selector: Selector, element: Described, parent: number, around: number): number {
  let bits = 0;
  for (const [at, part] of selector.entries()) {
    const reached = at === 0 || ((part.child ? parent : around) >> (at - 1)) % 2 === 1;
    if (reached && fits(part, element)) bits |= 1 << at;
  }
  return bits;
}
