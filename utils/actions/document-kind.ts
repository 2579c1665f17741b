import { decodeBytes } from '../text/decode';

/** What a document is that is no feed: a page, nothing at all, or something else. */
export function documentKind(bytes: Uint8Array): 'html' | 'empty' | 'other' {
  const head = decodeBytes(bytes.subarray(0, 4096), {}).text.trim();
  if (head === '') return 'empty';
  return /<(?:!doctype html|html|head|body)[\s>]/i.test(head) ? 'html' : 'other';
}
