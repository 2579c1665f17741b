import { decodePercent, readWebUrl } from '../text/address-url';
import type { ArchiveArticle } from './article';

type Enclosure = ArchiveArticle['enclosures'][number];

/** What came with an article, in words of no language. */
export interface EnclosureWords {
  url: string;
  /** Its title, or the name of its file. */
  name: string;
  /** Kind, length and duration, as far as they are known: `audio/mpeg · 12.3 MB · 1:02:03`. */
  facts: string;
}

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

function sizeWords(bytes: number): string {
  let [size, at] = [bytes, 0];
  for (; size >= 1000 && at < units.length - 1; at++) size /= 1000;
  return `${at === 0 ? size : Number(size.toPrecision(3))} ${units[at]}`;
}

function durationWords(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const [first = 0, ...rest] = parts[0] ? parts : parts.slice(1);
  return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
}

function fileName(address: string): string {
  const path = readWebUrl(address)?.pathname ?? '';
  return decodePercent(path.split('/').at(-1) ?? '').slice(0, 80) || address;
}

function wordsOf({ url, type, length, title, duration }: Enclosure): EnclosureWords {
  const facts = [
    type,
    length === null || length <= 0 ? '' : sizeWords(length),
    duration === null || duration <= 0 ? '' : durationWords(duration),
  ];
  return { url, name: title.trim() || fileName(url), facts: facts.filter(Boolean).join(' · ') };
}

/** The recordings, films and other files of an article that have an address on the web, each once; its lead picture is none. */
export function enclosureWords({ enclosures, image }: ArchiveArticle): EnclosureWords[] {
  const others = enclosures.filter(({ url }) => readWebUrl(url) !== null && url !== image);
  return [...new Map(others.map((one) => [one.url, one])).values()].map(wordsOf);
}
