import { characterOf } from './code-point';

/** Decodes UTF-32, which no TextDecoder knows; its byte order mark is dropped, what is no character becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    text += characterOf(view.getUint32(at, littleEndian));
  }
  return text.replace(/^\ufeff/, '');
}
