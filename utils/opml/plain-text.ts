import { calmBidi } from '../text/bidi';

/** Longer names are no names. */
const maxName = 2000;
/** How much of a hostile attribute is looked at. */
const maxRaw = 16_384;

/** What XML 1.0 cannot carry or nobody sees: controls, halves of surrogate pairs, non-characters. */
const unwanted = /[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu;

/** A name as one line of plain text: white space as single spaces, without control characters, at most 2,000 characters. */
export function plainName(text: string): string {
  const visible = text.slice(0, maxRaw).replace(unwanted, (char) => (/\s/.test(char) ? ' ' : ''));
  const line = calmBidi(visible).replace(/\s+/g, ' ').trim();
  return calmBidi(line.length <= maxName ? line : line.slice(0, maxName).replace(unwanted, '').trimEnd());
}

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text for an attribute or an element: the five characters escaped, line breaks kept by number, other controls gone. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"'\t\n\r]/g, (char) => references[char] ?? char).replace(unwanted, '');
}
