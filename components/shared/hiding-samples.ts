import { findOwn, hideOwn } from '../../utils/clean/hide-own';
import { findRepeats, learnRepeats, type Sample } from '../../utils/clean/learn';
import { listBodies } from '../../utils/db/entry-links';
import { listEntries } from '../../utils/db/entry-lists';
import { listFullTexts } from '../../utils/db/full-texts';
import type { HidingRule } from '../../utils/model/hiding';
import { splitBlocks } from '../../utils/text/blocks';
import { htmlToText } from '../../utils/text/html-text';

/** How many of a feed's newest articles a rule is tried on, and of how many is learned what repeats. */
const most = { tried: 100, learned: 30, length: 100_000 };
/** Articles between two rests: the page is let draw. */
const slice = 10;

/** An article by which is judged what a rule hides. */
export interface TriedArticle extends Sample {
  /** What the feed sent, where it is shown with the text of its own page instead. */
  sent: string;
}

/** Where something was found: an article's title with the words that would go. */
export interface Find {
  title: string;
  words: string;
}

export async function loadTried(feedId: number): Promise<TriedArticle[]> {
  const entries = await listEntries({ filter: 'all', feedIds: [feedId], limit: most.tried });
  const ids = entries.map(({ id }) => id);
  const [bodies, full] = await Promise.all([listBodies(ids), listFullTexts(ids)]);
  return entries.map(({ id, title, link, publishedAt }) => {
    const sent = bodies.get(id)?.html ?? '';
    return { title, link, publishedAt, html: full.get(id)?.html || sent, sent };
  });
}

/** What a rule hides in these articles; null where `isOver` says meanwhile that nobody waits for it. */
export async function tryHiding(
  articles: readonly TriedArticle[],
  rule: HidingRule,
  isOver: () => boolean = () => false,
): Promise<Find[] | null> {
  const { off: _, ...applied } = rule;
  const finds: Find[] = [];
  for (const [at, { title, html }] of articles.entries()) {
    if (at % slice === slice - 1) await new Promise((rest) => setTimeout(rest));
    if (isOver()) return null;
    if (findOwn(html, applied).length === 0) continue;
    const { hidden } = hideOwn(html, [applied]);
    const words = hidden.map((one) => one.words).join(' · ');
    if (hidden.length > 0) finds.push({ title, words });
  }
  return finds;
}

/** A passage that the feed repeats, by its id. */
export interface LearnedPassage {
  id: string;
  words: string;
  finds: Find[];
}

/** What would be hidden by itself in the articles that it was learned from, most often found first. */
export function learnedPassages(articles: readonly TriedArticle[]): {
  of: number;
  passages: LearnedPassage[];
} {
  const newest = articles.slice(0, most.learned).map((article) => ({ ...article, html: article.sent }));
  const learned = newest.filter(({ html }) => html !== '' && html.length <= most.length);
  const repeats = learnRepeats(learned);
  const passages = new Map<string, LearnedPassage>();
  for (const sample of learned) {
    for (const { id, block } of findRepeats(splitBlocks(sample.html), sample, repeats)) {
      const words = block.text || htmlToText(sample.html.slice(block.start, block.end));
      const passage = passages.get(id) ?? { id, words, finds: [] };
      passage.finds.push({ title: sample.title, words });
      passages.set(id, passage);
    }
  }
  const sorted = [...passages.values()].sort((a, b) => b.finds.length - a.finds.length);
  return { of: learned.length, passages: sorted };
}
