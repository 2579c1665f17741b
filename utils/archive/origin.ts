import { readWebUrl } from '../text/address-url';
import type { ArchiveArticle } from './article';
import { escapeMarkup } from './xml-text';

/** Where and when an article appeared, and its address. */
export function originOf({ feedName, author, published, link }: ArchiveArticle): string {
  const iso = published === null ? '' : new Date(published).toISOString();
  const day = iso && `<time datetime="${iso}">${iso.slice(0, 10)}</time>`;
  const parts = [escapeMarkup(feedName), escapeMarkup(author), day].filter(Boolean).join(' · ');
  const address = escapeMarkup(readWebUrl(link)?.href ?? '');
  const original = address && `<p><a href="${address}" rel="noreferrer">${address}</a></p>\n`;
  return `<p>${parts}</p>\n${original}`;
}
