import { type Block, splitBlocks } from '../text/blocks';
import { hashText } from '../text/hash';
import { blockKey, type Known } from './block-key';

/** What learning needs of an article. */
export interface Sample extends Known {
  html: string;
}

/** The blocks that a feed repeats, by key: in how many of its articles each was seen at that end. */
export interface Repeats {
  first: ReadonlyMap<string, number>;
  last: ReadonlyMap<string, number>;
}

/** How many blocks from its end an article is searched for what repeats. */
const reach = { first: 3, last: 8 };
/** Longer ones are not promotion, whatever they are. */
const longest = 1000;
/** What must be seen before anything is hidden: this many articles and this share of all, or in very few all. */
const evidence = { articles: 4, share: 0.5, few: 3 };

/**
 * Finds what a feed repeats at the beginning or end of its articles. A block is held to repeat when articles of at
 * least four different titles, and at least half of all, have it among their first three or last eight blocks, word
 * for word and link for link (see `blockKey`); or all of three. An article that was sent again counts once.
 */
export function learnRepeats(samples: readonly Sample[]): Repeats {
  const byTitle = new Map<string, Sample>();
  for (const sample of samples) byTitle.set(sample.title.trim() || sample.link, sample);
  const seen = { first: new Map<string, number>(), last: new Map<string, number>() };
  for (const sample of byTitle.values()) {
    const blocks = splitBlocks(sample.html);
    count(seen.first, blocks.slice(0, reach.first), sample);
    count(seen.last, blocks.slice(-reach.last), sample);
  }
  const enough =
    byTitle.size === evidence.few ? evidence.few : Math.max(evidence.articles, evidence.share * byTitle.size);
  const strong = (counts: Map<string, number>) =>
    new Map([...counts].filter(([, articles]) => articles >= enough));
  return { first: strong(seen.first), last: strong(seen.last) };
}

function count(counts: Map<string, number>, blocks: readonly Block[], known: Known): void {
  const keys = new Set(
    blocks.filter(({ text }) => text.length <= longest).map((block) => blockKey(block, known)),
  );
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}

export interface Repeated {
  /** The same for blocks of all articles that say the same: 16 hexadecimal digits. */
  id: string;
  block: Block;
  /** Of so many articles. */
  articles: number;
}

/**
 * The blocks of an article that repeat: from its last one back as long as each repeats, and from its first one on as
 * long as each repeats and is no heading. Where no words would be left, the innermost ones stay until there are some.
 */
export function findRepeats(blocks: readonly Block[], known: Known, { first, last }: Repeats): Repeated[] {
  const head: Repeated[] = [];
  const tail: Repeated[] = [];
  for (const block of blocks.slice(-reach.last).reverse()) {
    const key = blockKey(block, known);
    const articles = last.get(key);
    if (articles === undefined) break;
    tail.unshift({ id: hashText(key), block, articles });
  }
  for (const block of blocks.slice(0, Math.min(reach.first, blocks.length - tail.length))) {
    const key = blockKey(block, known);
    const articles = block.heading ? undefined : first.get(key);
    if (articles === undefined) break;
    head.push({ id: hashText(key), block, articles });
  }
  while (!hasWords(blocks.slice(head.length, blocks.length - tail.length)) && tail.length + head.length > 0) {
    if (tail.shift() === undefined) head.pop();
  }
  return [...head, ...tail];
}

function hasWords(blocks: readonly Block[]): boolean {
  return blocks.some(({ text }) => text !== '');
}
