import type { ParsedEntry } from '../model/parsed';
import { readWebUrl } from '../text/address-url';
import { hashText } from '../text/hash';
import { linkKey } from './link-key';
import type { ArchiveRecord } from './record';

/** A record as an entry of a feed document, for the same way into the store as all others. */
export function entryOfRecord({ time, title, link, html }: ArchiveRecord): ParsedEntry {
  return {
    id: '',
    title,
    titleType: 'text',
    link: safeLink(link),
    published: time,
    updated: null,
    summary: '',
    content: html,
    base: readWebUrl(link.trim())?.href ?? '',
    author: '',
    categories: [],
    enclosures: [],
    thumbnail: '',
    comments: '',
    language: '',
  };
}

/** As written, so that it can be written again; '' for a scheme that is of no use to an article. */
function safeLink(link: string): string {
  return /^\s*(?!https?:)[a-z][a-z\d+.-]*:/i.test(link) ? '' : link;
}

/** Its key in its archive feed: the article's address, or without one all that it says. */
export function recordKey({ time, title, link, html }: ArchiveRecord): string {
  return linkKey(link) || `#${hashText([time ?? '', title, link, html].join('\0'))}`;
}
