const CHUNK = 4096;

/** Decodes UTF-32, which no TextDecoder knows; its byte order mark is dropped, what is no character becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = bytes.byteLength - 4;
  let text = '';
  for (let at = 0; at <= last; ) {
    const codes: number[] = [];
    for (; at <= last && codes.length < CHUNK; at += 4)
      codes.push(validCode(view.getUint32(at, littleEndian)));
    text += String.fromCodePoint(...codes);
  }
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function validCode(code: number): number {
  return code > 0x10ffff || (code > 0xd7ff && code < 0xe000) ? 0xfffd : code;
}
