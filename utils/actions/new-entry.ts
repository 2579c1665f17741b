import type { NewEntry } from '../db/new-rows';
import type { EntryKeys } from '../feed/identity';
import { authorName } from '../feed/person';
import { hasSound } from '../model/entry';
import type { ParsedEntry } from '../model/parsed';
import { calmBidi } from '../text/bidi';
import { hashLines } from '../text/hash';
import { cutText, htmlToText } from '../text/html-text';
import { leadImage } from './lead-image';

const snippetLength = 200;
/** Of an article without a title this much of its text stands for one. */
const titleLength = 80;

/**
 * Full-text mirrors write the article's date as its first line (feedx: `<div><i>Tue, 21 Jan 2025 14:35:15 GMT</i></div>`),
 * Chinese sites as 发布时间：2025-01-21 22:35 or 2025年1月21日 22:35. Without a time it may be how a sentence begins.
 */
const dateLines = [
  /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC|[+-]\d{4})\s+/,
  /^(?:[发發更][布表新](?:[时時][间間]|[于於])?[:：]?\s*)?\d{4}[-/.年]\d\d?[-/.月]\d\d?日?\s?\d\d?[:：]\d\d(?::\d\d)?\s+/,
];
/** As long as a date line may be. */
const dateLength = 34;

/** The beginning of what the article says, which is not when. */
function snippetOf({ summary }: ParsedEntry, html: string): string {
  const text = htmlToText(summary || html, snippetLength + dateLength);
  const said = dateLines.reduce((left, form) => left.replace(form, ''), text);
  return calmBidi(cutText(said, snippetLength));
}

function titleOf({ title }: ParsedEntry, snippet: string): string {
  if (title) return title;
  return snippet.length > titleLength ? `${snippet.slice(0, titleLength).trimEnd()}…` : snippet;
}

/** What is stored of an entry that arrived at `now` (ms): a list row, and its HTML apart. */
export function newEntry(parsed: ParsedEntry, keys: EntryKeys, now: number): NewEntry {
  const { link, author, published, updated, enclosures, language, categories, comments } = parsed;
  const html = parsed.content || parsed.summary;
  const snippet = snippetOf(parsed, html);
  return {
    entry: {
      ...keys,
      title: calmBidi(titleOf(parsed, snippet)),
      link,
      author: calmBidi(authorName(author)),
      publishedAt: published,
      updatedAt: updated,
      arrivedAt: now,
      // A date in the future would stand on top for ever; none at all means that it is new to us.
      sortAt: Math.min(published ?? updated ?? now, now),
      read: 0,
      unreadAt: 0,
      starred: 0,
      snippet,
      image: leadImage(parsed),
      ...(hasSound({ enclosures, html }) && { audio: 1 as const }),
      contentHash: hashLines([parsed.title, link, author, html]),
    },
    body: { html, base: parsed.base, language, categories, enclosures, comments },
  };
}
