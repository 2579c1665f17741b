/** A way of writing Chinese: simplified or traditional. */
export type Script = 'hans' | 'hant';

/** The signs of Chinese that an encoding has at these lead bytes (https://encoding.spec.whatwg.org/#indexes). */
function signsOf(encoding: 'gbk' | 'big5', first: number, last: number): Set<string> {
  const trails = Array.from({ length: 0xff - 0x40 }, (_, at) => 0x40 + at);
  const used = trails.filter((trail) => trail > 0xa0 || (encoding === 'big5' && trail < 0x7f));
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead++) for (const trail of used) bytes.push(lead, trail);
  const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
  return new Set(text.match(/[\u3400-\u9fff]/g));
}

let signs: Record<Script, (sign: string) => boolean> | null = null;

/**
 * Which signs are of one way of writing alone, by what was encoded for it: GB 2312 for the simplified, Big5 for the
 * traditional. Of Big5's signs only the 5,401 frequent ones (A4 to C6) count against a simplified one: the rare ones
 * have 机 and 听 too, as other words. 后, 里, 干 and 台 are of both.
 */
function makeSigns(): Record<Script, (sign: string) => boolean> {
  const simple = signsOf('gbk', 0xb0, 0xf7);
  const frequent = signsOf('big5', 0xa4, 0xc6);
  const full = signsOf('big5', 0xa4, 0xf9);
  return {
    hans: (sign) => simple.has(sign) && !frequent.has(sign),
    hant: (sign) => full.has(sign) && !simple.has(sign),
  };
}

/** Whether a sign is of that way of writing Chinese, and not of the other. */
export function isOnlyOf(sign: string, script: Script): boolean {
  signs ??= makeSigns();
  return signs[script](sign);
}

/** The way in which a text in Chinese is written, as most of its telling signs say; null where they are as many, or none. */
export function writtenIn(text: string): Script | null {
  let more = 0;
  for (const sign of text) {
    if (isOnlyOf(sign, 'hant')) more++;
    else if (isOnlyOf(sign, 'hans')) more--;
  }
  if (more === 0) return null;
  return more > 0 ? 'hant' : 'hans';
}
