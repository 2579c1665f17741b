import { markedEncoding } from './byte-marks';
import { encodingOf } from './encoding-labels';
import { decodeUtf32 } from './utf-32';
import { repairC1 } from './windows-1252';

export interface Decoded {
  text: string;
  /** The WHATWG's name of the encoding that was used, or utf-32le, utf-32be. */
  encoding: string;
}

const SINGLE_BYTE = /^(windows|iso-8|koi8|ibm|mac|x-)/;
/** A declaration further in is not looked for: it would be part of an article. */
const DECLARATION_BYTES = 1024;
/** What languages are guessed by. */
const GUESSED_BYTES = 65_536;
const ASCII = /[\0-\x7f]+/g;
/** A double-byte text with so many characters is not valid UTF-8 by chance (the two of 联通 in GBK nearly are). */
const BEYOND_CHANCE = /(?:[^\0-\x7f][\0-\x7f]*){8}/;

/**
 * Bytes to text. In this order: byte order mark or the shape of the first bytes, the charset of `contentType`, the XML
 * declaration or HTML meta in the first kilobyte, UTF-8; each must fit without error. Servers send labels for what they
 * do not know, so bytes that are UTF-8 beyond chance are UTF-8 whatever a label says. Where nothing fits: what was
 * declared, with U+FFFD in the gaps, unless another guess leaves far fewer. Never throws.
 */
export function decodeBytes(bytes: Uint8Array, { contentType = '' }: { contentType?: string } = {}): Decoded {
  const marked = markedEncoding(bytes);
  if (marked.startsWith('utf-32')) {
    return { text: decodeUtf32(bytes, marked === 'utf-32le'), encoding: marked };
  }
  if (marked.startsWith('utf-16')) return { text: decodeLoosely(bytes, marked), encoding: marked };
  const labels = [marked, charsetOf(contentType), declaredIn(bytes)].map(encodingOf);
  const encodings = labels.filter((label) => label !== '' && !isImpossible(label, bytes));
  const { text, encoding } = firstThatFits(bytes, encodings) ?? leastDamage(bytes, encodings[0] ?? 'utf-8');
  // In UTF-8 the controls begin with this byte, which whole articles do without.
  const isClean = encoding === 'utf-8' && !bytes.includes(0xc2);
  return { text: isClean ? text : repairC1(text), encoding };
}

/** The charset parameter of a Content-Type header, or ''. */
function charsetOf(contentType: string): string {
  return /charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType)?.[1] ?? '';
}

function declaredIn(bytes: Uint8Array): string {
  const head = decodeLoosely(bytes.subarray(0, DECLARATION_BYTES), 'latin1');
  const found =
    /<\?xml\s[^>]*?encoding\s*=\s*["']?([^\s"'?>]+)/i.exec(head) ??
    /<meta\s[^>]*?charset\s*=\s*["']?([^\s"'/>;]+)/i.exec(head);
  return found?.[1] ?? '';
}

/** UTF-16 that did not begin like UTF-16 would show in its zero bytes. */
function isImpossible(encoding: string, bytes: Uint8Array): boolean {
  return encoding.startsWith('utf-16') && !bytes.subarray(0, 64).includes(0);
}

function firstThatFits(bytes: Uint8Array, encodings: string[]): Decoded | null {
  const first = encodings[0] ?? 'utf-8';
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null && (SINGLE_BYTE.test(first) || first === 'utf-8' || BEYOND_CHANCE.test(utf8))) {
    return { text: utf8, encoding: 'utf-8' };
  }
  for (const encoding of encodings) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null) return { text, encoding };
  }
  return utf8 === null ? null : { text: utf8, encoding: 'utf-8' };
}

/** Null where the bytes do not fit. `stream` forgives a character that a cut-off download left incomplete. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return encoding === 'gbk' ? decodeStrictly(bytes, 'gb18030') : null;
  }
}

function decodeLoosely(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** The declared encoding with gaps, unless its gaps are as many as its good characters: then a guess by byte pairs. */
function leastDamage(bytes: Uint8Array, declared: string): Decoded {
  const text = decodeLoosely(bytes, declared);
  const gaps = gapsIn(text);
  if (gaps * 2 < text.replace(ASCII, '').length) return { text, encoding: declared };
  const encoding = comesInPairs(bytes) ? 'gb18030' : 'windows-1252';
  const other = decodeLoosely(bytes, encoding);
  return gapsIn(other) * 4 <= gaps ? { text: other, encoding } : { text, encoding: declared };
}

/** Whether bytes above 127 stand together, as in Chinese, and not alone among letters, as in French. */
function comesInPairs(bytes: Uint8Array): boolean {
  const text = decodeLoosely(bytes.subarray(0, GUESSED_BYTES), 'latin1');
  return text.split(ASCII).length * 3 < text.replace(ASCII, '').length * 2;
}

/** How many characters are missing. */
function gapsIn(text: string): number {
  return text.replace(/[^\ufffd]+/g, '').length;
}
