/** How a document begins, byte for byte, and the encoding that this proves (XML 1.0 appendix F). Longer ones first. */
const MARKS: [start: string, encoding: string][] = [
  ['\0\0\xfe\xff', 'utf-32be'],
  ['\xff\xfe\0\0', 'utf-32le'],
  ['\0\0\0<', 'utf-32be'],
  ['<\0\0\0', 'utf-32le'],
  ['\xef\xbb\xbf', 'utf-8'],
  ['\xfe\xff', 'utf-16be'],
  ['\xff\xfe', 'utf-16le'],
  ['\0<\0', 'utf-16be'],
  ['<\0', 'utf-16le'],
];

/** The encoding that the first bytes prove, by byte order mark or by the shape of `<`; '' where they prove none. */
export function markedEncoding(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  return MARKS.find(([start]) => head.startsWith(start))?.[1] ?? '';
}
