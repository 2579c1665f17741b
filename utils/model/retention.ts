/**
 * What of a feed's articles is let go of, and when. Whatever the rules: what a feed still lists stays, and so does what
 * the reader marked unread by hand or put a tag on, and what goes leaves a trace, so that it is never taken for new again.
 */
export interface Retention {
  /** Days after reading until the text goes; null keeps it. */
  bodyDays: number | null;
  /** Days after reading until the article goes; null keeps it. */
  rowDays: number | null;
  /** So many articles of a feed are kept whatever their age. */
  keptRows: number;
  /** A feed has no more articles than these, the oldest go first; null sets no bound. */
  maxRows: number | null;
  /** Articles that were never read stay; otherwise their days count from their arrival. */
  keepUnread: boolean;
  keepStarred: boolean;
}

/** A feed or tag that was removed can be brought back for so long. */
export const binDays = 30;

export const defaultRetention: Retention = {
  bodyDays: 30,
  rowDays: 90,
  keptRows: 500,
  maxRows: null,
  keepUnread: true,
  keepStarred: true,
};

/** Whoever comes back after this long finds everything as old as it is. */
const mostAtOnce = 8 * 86_400_000;

/**
 * Until when everything has aged at `now`, given until when it had before (ms; 0 for never). A clock that jumps years ahead
 * lets nothing go at once that cannot be brought back: age comes in steps, one a day, and is given back with the clock.
 */
export function agedTo(now: number, before: number): number {
  return before === 0 ? now : Math.min(now, before + mostAtOnce);
}

/** The rules of one feed where it has some of its own. */
export function retentionOf(global: Retention, own: Partial<Retention> | undefined): Retention {
  return { ...global, ...own };
}

/** The rules among `value`, which comes from outside: each that is none is left out. */
export function ownRetention(value: unknown): Partial<Retention> {
  const own = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const rules: Partial<Retention> = {};
  for (const name of ['bodyDays', 'rowDays', 'maxRows'] as const) {
    const limit = own.get(name);
    if (limit === null || isCount(limit)) rules[name] = limit;
  }
  const keptRows = own.get('keptRows');
  if (isCount(keptRows)) rules.keptRows = keptRows;
  for (const name of ['keepUnread', 'keepStarred'] as const) {
    const flag = own.get(name);
    if (typeof flag === 'boolean') rules[name] = flag;
  }
  return rules;
}

/** A million articles, or days, is no rule but a slip. */
function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= 1_000_000;
}
