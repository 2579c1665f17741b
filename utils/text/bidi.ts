const controls = /[\u202a-\u202e\u2066-\u2069]/;
const embedding = /[\u202a\u202b]/;
const override = /[\u202d\u202e]/;
const isolate = /[\u2066-\u2068]/;
const endOfEmbedding = '\u202c';
const endOfIsolate = '\u2069';

/** Closes what is open inside the innermost isolate, and that itself; '' where there is none. */
function closeIsolate(open: string[]): string {
  const from = open.lastIndexOf(endOfIsolate);
  return from < 0 ? '' : open.splice(from).reverse().join('');
}

/** What becomes of one control character; `open` holds what ends those before it, '' for one that was left out. */
function written(char: string, open: string[]): string {
  if (embedding.test(char)) open.push(endOfEmbedding);
  else if (override.test(char)) open.push('');
  else if (isolate.test(char)) open.push(endOfIsolate);
  else if (char === endOfIsolate) return closeIsolate(open);
  else return open.at(-1) === endOfIsolate ? '' : (open.pop() ?? '');
  return override.test(char) ? '' : char;
}

/**
 * A line of a stranger's text that cannot turn around what stands beside it: without overrides, which make `gpj.exe` of
 * `exe.jpg` and no honest title needs, and with an end for every embedding and isolate (UAX 9, 2.1 to 2.5).
 */
export function calmBidi(text: string): string {
  if (!controls.test(text)) return text;
  const open: string[] = [];
  const calm = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, (char) => written(char, open));
  return calm + open.reverse().join('');
}

const letter = /\p{L}/u;
const fromRight =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Whether a text runs from right to left, by its first letter: as `dir="auto"` has it (HTML, 3.2.6.4). */
export function beginsRight(text: string): boolean {
  return fromRight.test(letter.exec(text)?.[0] ?? '');
}
