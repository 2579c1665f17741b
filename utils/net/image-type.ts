/** How the files of each kind begin, as hexadecimal digits; dots stand for any (MIME Sniffing 6.1, AVIF 1.1). */
const beginnings: readonly { type: string; pattern: RegExp }[] = [
  { type: 'image/png', pattern: /^89504e470d0a1a0a/ },
  { type: 'image/jpeg', pattern: /^ffd8ff/ },
  { type: 'image/gif', pattern: /^474946383[79]61/ },
  { type: 'image/webp', pattern: /^52494646.{8}57454250/ },
  { type: 'image/avif', pattern: /^.{8}66747970(?:61766966|61766973|6d696631)/ },
  { type: 'image/bmp', pattern: /^424d/ },
  { type: 'image/x-icon', pattern: /^00000100/ },
];

/** As far as a comment and a doctype may keep an SVG's root away. */
const reach = 1024;

/** The media type of a picture by its bytes, which servers often call something else; null for what is none. */
export function imageType(bytes: Uint8Array, declared: string): string | null {
  const digits = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const known = beginnings.find(({ pattern }) => pattern.test(digits));
  if (known) return known.type;
  const head = new TextDecoder().decode(bytes.subarray(0, reach));
  const isSvg = /^\s*image\/svg\+xml/i.test(declared) || /^\s*<(?:\?xml|svg)/i.test(head);
  return isSvg && /<svg[\s>]/i.test(head) ? 'image/svg+xml' : null;
}
