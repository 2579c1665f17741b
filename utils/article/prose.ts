const wide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g;
const sentenceEnd = /[.!?。！？…][)\]）】」』"”’»\s]*$/;
const longLine = 80;
const share = 0.6;

/** How wide a text is, a letter being 1 and a full-width sign 2. */
export function widthOf(text: string): number {
  const words = text.trim();
  return words.length + (words.match(wide)?.length ?? 0);
}

/** Whether a line begins with the two wide spaces of Chinese print, or what editors write in their place. */
export function startsIndented(text: string): boolean {
  return indent.test(text);
}

/** Of no-break spaces, and those of an em or half of one, more than one is an indent. */
export const indent = /^\s*(?:\u3000|[\u00a0\u2002\u2003]{2})\s*/;

/** Whether lines are as long as paragraphs, and end as sentences do. */
export function isProse(lines: readonly string[]): boolean {
  const width = lines.reduce((sum, line) => sum + widthOf(line), 0);
  const ended = lines.filter((line) => sentenceEnd.test(line.trim())).length;
  return width >= longLine * lines.length && ended >= share * lines.length;
}

/** Whether most of the words stand in texts that are as long as paragraphs. */
export function isMostlyProse(texts: readonly string[]): boolean {
  const widths = texts.map(widthOf);
  const all = widths.reduce((sum, width) => sum + width, 0);
  const long = widths.filter((width) => width >= longLine).reduce((sum, width) => sum + width, 0);
  return all > 0 && long >= share * all;
}
