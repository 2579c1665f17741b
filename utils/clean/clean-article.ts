import { type Hiding, noHiding } from '../model/hiding';
import type { Known } from './block-key';
import { hideOwn, type OwnHidden } from './hide-own';
import { type Cleaned, hideRepeats } from './hide-repeats';
import type { Repeats } from './learn';

/** An article as it is shown, and what is hidden of it. */
export interface CleanedArticle extends Cleaned {
  /** The same, with what its feed repeats. */
  withRepeats: string;
  /** What the reader's own rules hide, in order. */
  own: OwnHidden[];
}

/** Hides what the feed repeats (null where that is not known, or this is no text of a feed's), then what the reader's rules mean. */
export function cleanArticle(
  html: string,
  known: Known,
  repeats: Repeats | null,
  { rules, shown }: Hiding = noHiding,
): CleanedArticle {
  const learned = repeats
    ? hideRepeats(html, known, repeats, new Set(shown))
    : { html, hidden: [], articles: 0 };
  const { hidden: own, html: left } = hideOwn(learned.html, rules);
  const withRepeats = learned.hidden.length === 0 && own.length === 0 ? html : hideOwn(html, rules).html;
  return { ...learned, html: left, own, withRepeats };
}
