/** Bytes 0x80 to 0x9F in windows-1252; the five that it leaves open stay control characters, as in the WHATWG index. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** What a code from 0x80 to 0x9F stands for: a C1 control that nobody means, so windows-1252 was meant. */
export function windows1252Character(code: number): string {
  return HIGH.charAt(code - 0x80);
}

/**
 * Replaces C1 controls by what they are in windows-1252. They come of programs that take it for ISO 8859-1; and Node 20's
 * TextDecoder leaves them in, browsers' do not.
 */
export function repairC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => windows1252Character(control.charCodeAt(0)));
}
