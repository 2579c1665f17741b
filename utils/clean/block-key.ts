import type { Block } from '../text/blocks';
import { collapse } from '../text/html-text';

/** What a reader sees of the article anyway: a block that only repeats this says nothing new. */
export interface Known {
  title: string;
  link: string;
  publishedAt: number | null;
}

const month = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** RFC 822 (feedx.net and other mirrors put it above the article) and 2025-01-21 14:35, 2025年1月21日. */
const dateForms = [
  /^(?:[a-z]{3,9}, )?(?<d>\d{1,2}) (?<mon>[a-z]{3})[a-z]* (?<y>\d{4})(?: \d\d?:\d\d(?::\d\d)?)?(?: (?:gmt|utc?|z|[+-]\d{4}))?$/i,
  /^(?<y>\d{4})[-/.年](?<m>\d{1,2})[-/.月](?<d>\d{1,2})日?(?:[t ]?\d\d?[:时]\d\d?(?:[:分]\d\d?)?秒?)?z?$/i,
];
/** Mirrors give the time of the copy, sites that of their time zone. */
const dateTolerance = 36 * 3_600_000;
/** Shorter titles are words of any sentence. */
const shortestTitle = 6;

/**
 * Equal for blocks of two articles that say the same: the same words and addresses, the article's own title, address
 * and date of publication taken as such. So a block that holds anything of its own has a key of its own.
 */
export function blockKey(block: Block, known: Known): string {
  if (block.media.length === 0 && block.links.length === 0 && isDateOf(block.text, known.publishedAt))
    return '\u0001date';
  const own = ownWords(known);
  const same = (text: string) => own.reduce((left, [words, mark]) => left.replaceAll(words, mark), text);
  return [block.text, ...block.links, '', ...block.media].map(same).join('\n');
}

function ownWords({ title, link }: Known): [string, string][] {
  const words: [string, string][] = [];
  const name = collapse(title);
  if (link !== '') words.push([encoded(link), '\u0001link'], [link, '\u0001link']);
  if (name.length >= shortestTitle || /[\u3040-\u9fff\uac00-\ud7af]{4}/.test(name))
    words.push([encoded(name), '\u0001title'], [name, '\u0001title']);
  return words;
}

function isDateOf(text: string, publishedAt: number | null): boolean {
  if (publishedAt === null || text.length > 40) return false;
  for (const form of dateForms) {
    const parts = form.exec(text)?.groups;
    if (!parts) continue;
    const at = parts.mon === undefined ? Number(parts.m) - 1 : month.indexOf(parts.mon.toLowerCase());
    const day = Date.UTC(Number(parts.y), at, Number(parts.d), 12);
    return at >= 0 && Math.abs(day - publishedAt) <= dateTolerance;
  }
  return false;
}

/** Half a character, which encodeURIComponent would refuse, stands in no address. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, ''));
}
