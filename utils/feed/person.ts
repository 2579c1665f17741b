import type { FeedElement } from './element';

/** Longer than any name, and short enough for the patterns below. */
const MAX_AUTHOR = 300;

/**
 * The name alone out of what an author element said: `Name (me@example.com)`, `me@example.com (Name)`,
 * `Name <me@example.com>`. An address that stands alone stays, without its domain.
 */
export function authorName(author: string): string {
  const plain = author
    .slice(0, MAX_AUTHOR)
    .replace(/\bmailto:/gi, '')
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '')
    .replace(/[<([]\s*[>)\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const inner = /^[(<[]\s*(.*?)\s*[)>\]]$/.exec(plain);
  return (inner?.[1] ?? plain) || (author.split('@')[0] ?? '').trim();
}

/** Reads an author element: Atom's parts as "Name (address)", as RSS writes it, or RSS's plain text. */
export function readPerson(element: FeedElement): string {
  const { text, parts } = element.parts();
  if (parts.length === 0) return text;
  const part = (name: string) => parts.find(([key]) => key === name || key.endsWith(`:${name}`))?.[1] ?? '';
  const [name, email] = [part('name'), part('email')];
  if (name !== '' && email !== '' && !name.includes(email)) return `${name} (${email})`;
  return name || email || text;
}
