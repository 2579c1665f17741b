/**
 * 53 bits in base 36 that tell an edited text from an unedited one. Not for security: a feed can only fool itself. (The
 * mixing steps of MurmurHash3's finalizer on two lanes; crypto.subtle would make every caller asynchronous.)
 */
export function contentHash(text: string): string {
  let [a, b] = [0xdeadbeef ^ text.length, 0x41c6ce57 ^ text.length];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (0x200000 * (b >>> 0) + (a >>> 11)).toString(36);
}
