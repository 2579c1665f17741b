/**
 * The encoding that the first bytes prove, by byte order mark or by the shape of `<` (XML 1.0 appendix F); '' where they
 * prove none.
 */
export function markedEncoding(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  if (/^\0\0(\xfe\xff|\0<)/.test(head)) return 'utf-32be';
  if (/^(\xff\xfe|<\0)\0\0/.test(head)) return 'utf-32le';
  if (/^(\xfe\xff|\0<\0)/.test(head)) return 'utf-16be';
  if (/^(\xff\xfe|<\0)/.test(head)) return 'utf-16le';
  return head.startsWith('\xef\xbb\xbf') ? 'utf-8' : '';
}
