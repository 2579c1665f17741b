import type { Body } from '../model/entry';

/** Bytes that a body takes in the database: both browsers store a text with one byte a character, or two where it has others than Latin ones. */
export function bodySize({ html }: Pick<Body, 'html'>): number {
  return /[^\0-\xff]/.test(html) ? 2 * html.length : html.length;
}
