/** What a reader wants hidden in a feed's articles: blocks by all their text, blocks by words in them, or elements. */
export interface HidingRule {
  by: 'text' | 'words' | 'selector';
  what: string;
  /** Kept, and not applied. */
  off?: true;
}

/** The reader's say in what is hidden of one feed's articles. */
export interface Hiding {
  rules: readonly HidingRule[];
  /** Passages that are shown although the feed repeats them: hashes of their keys. */
  shown: readonly string[];
}

export const hidingWays = ['text', 'words', 'selector'] as const;
/** Of one feed, and characters of a rule. */
export const hidingLimits = { rules: 100, length: 1000, shown: 500 };
export const noHiding: Hiding = { rules: [], shown: [] };

/** The rules and passages in `value`, which comes from outside, those that are none left out; null where nothing is left. */
export function readHiding(value: unknown): Hiding | null {
  const own = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const rules = listIn(own.get('rules')).flatMap(readRule).slice(0, hidingLimits.rules);
  const shown = listIn(own.get('shown'))
    .filter((hash) => typeof hash === 'string')
    .filter((hash) => /^[0-9a-f]{16}$/.test(hash));
  if (rules.length + shown.length === 0) return null;
  return { rules, shown: [...new Set(shown)].slice(0, hidingLimits.shown) };
}

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function readRule(value: unknown): HidingRule[] {
  const own = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const by = hidingWays.find((way) => way === own.get('by'));
  const what = own.get('what');
  if (!by || typeof what !== 'string' || what.trim() === '' || what.length > hidingLimits.length) return [];
  return [{ by, what: what.trim(), ...(own.get('off') === true && { off: true }) }];
}
