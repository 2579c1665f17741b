import type { Body } from '../model/entry';
import { htmlToText } from '../text/html-text';

/** Longer than this is no beginning, however it ends. */
const longest = 20_000;
/** Fewer characters than this are no sentence that could break off. */
const shortest = 40;
/** So many articles show what a feed does; of so many of them a share is a habit. */
const fewest = 4;
const habit = 0.6;

const dots = /(?:…|\.{3}|\[(?:…|\.{3}|&hellip;)\]|\((?:…|\.{3})\)|⋯⋯|……)\s*$/;
const more =
  /(?:read (?:more|on|the (?:rest|full)[^.]{0,30})|continue reading[^.]{0,80}|keep reading|full (?:story|article|post)|阅读(?:全文|原文|更多)|查看(?:全文|原文|更多)|继续阅读|閱讀(?:全文|原文|更多)|查看全文|繼續閱讀|全文)[\s.…»›>→\])]*$/i;
/** What a sentence, a quotation or a list of links may end with. */
const ended = /[.!?。！？…:：;；)\]）】」』"”’»]\s*$/;

const seen = /<(?:img|picture|video|audio|iframe|embed|object|svg|math)\b/i;

/** Whether an article came as a title alone, with nothing to read, see or hear. */
export function isNothing({ html, enclosures }: Pick<Body, 'html' | 'enclosures'>): boolean {
  return enclosures.length === 0 && !seen.test(html) && htmlToText(html, shortest).trim() === '';
}

/** Whether an article's text breaks off: an ellipsis, a "read more", or a short text without the end of a sentence. */
export function looksCut(html: string): boolean {
  const text = htmlToText(html, longest).trimEnd();
  if (text.length >= longest) return false;
  if (dots.test(text) || more.test(text.slice(-120))) return true;
  return (
    text.length < 600 &&
    text.length >= shortest &&
    !ended.test(text) &&
    (html.match(/<p\b/gi)?.length ?? 0) < 2
  );
}

/** Whether a feed sends only the beginnings of its articles, or nothing but titles: by its newest, as HTML. */
export function sendsBeginnings(articles: readonly string[]): boolean {
  if (articles.length < fewest) return false;
  const lengths = articles.map((html) => htmlToText(html, longest).length);
  const empty = lengths.filter((length) => length === 0).length;
  const cut = articles.filter(looksCut).length;
  return Math.max(empty, cut) >= habit * articles.length;
}
