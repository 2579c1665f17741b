/**
 * 64 bits of a text as 16 hexadecimal digits: two 32-bit lanes of multiply-and-shift over its UTF-16 units, mixed at the
 * end. For telling texts apart, where crypto.subtle would make every caller asynchronous; not for secrets, since texts
 * that collide can be constructed. Among a million texts two collide by chance once in 37 million tries.
 */
export function hashText(text: string): string {
  return hashLines([text]);
}

/** `hashText` of these, joined by line feeds, without the copy that joining would make: a text may be as long as a book. */
export function hashLines(lines: readonly string[]): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const [n, line] of lines.entries()) {
    for (let i = n === 0 ? 0 : -1; i < line.length; i++) {
      const code = i < 0 ? 10 : line.charCodeAt(i);
      a = Math.imul(a ^ code, 0x9e3779b1);
      b = Math.imul(b ^ code, 0x5f356495);
      a = (a << 13) | (a >>> 19);
    }
  }
  const mixedA = finish(a ^ Math.imul(b, 0x85ebca6b));
  const mixedB = finish(b ^ Math.imul(mixedA, 0xc2b2ae35));
  return hex(mixedA) + hex(mixedB);
}

/** The last rounds of MurmurHash3: every bit of the input changes half of the output. */
function finish(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
