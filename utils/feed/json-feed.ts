import type { ParsedEnclosure, ParsedEntry, ParsedFeed } from '../model/parsed';
import { collapse } from '../text/html-text';
import { escapeHtml } from './content';
import { parseDate } from './dates';
import { newDraft, newFeed } from './draft';
import { parseJson } from './json-text';
import { MAX_ENTRIES, MAX_LISTED } from './limits';
import { absoluteUrl } from './urls';

/** Reads a JSON Feed (https://jsonfeed.org/version/1.1, and 1); null for JSON that is none. */
export function parseJsonFeed(text: string, url: string, language: string): ParsedFeed | null {
  const { value: json, truncated } = parseJson(text);
  const version = /jsonfeed\.org\/version\/([\d.]+)/.exec(line(json, 'version'))?.[1] ?? '';
  const items = get(json, 'items');
  if (version === '' && !(Array.isArray(items) && line(json, 'title') !== '')) return null;
  const entries = listed(items, MAX_ENTRIES);
  const feed: ParsedFeed = {
    ...newFeed(),
    format: 'json',
    version,
    title: line(json, 'title'),
    link: address(json, url, 'home_page_url'),
    description: line(json, 'description'),
    language: line(json, 'language') || language,
    icon: address(json, url, 'favicon', 'icon'),
    image: address(json, url, 'icon'),
    id: line(json, 'feed_url'),
    author: authors(json),
    selfLink: address(json, url, 'feed_url'),
    nextPage: address(json, url, 'next_url'),
    hubs: listed(get(json, 'hubs')).flatMap((hub) => address(hub, url, 'url') || []),
    truncated: truncated || (Array.isArray(items) && items.length > MAX_ENTRIES),
  };
  feed.entries = entries.map((item) => entryOf(item, url, feed.language));
  return feed;
}

function entryOf(item: unknown, url: string, language: string): ParsedEntry {
  return {
    ...newDraft(url, line(item, 'language') || language, null).value,
    id: line(item, 'id'),
    title: line(item, 'title'),
    link: address(item, url, 'url', 'external_url'),
    published: parseDate(line(item, 'date_published')),
    updated: parseDate(line(item, 'date_modified')),
    summary: escapeHtml(string(item, 'summary')),
    content:
      string(item, 'content_html') || escapeHtml(string(item, 'content_text')).replace(/\r?\n/g, '<br>'),
    author: authors(item),
    categories: [...new Set(listed(get(item, 'tags')).flatMap((tag) => line({ tag }, 'tag') || []))],
    enclosures: listed(get(item, 'attachments')).flatMap((file) =>
      enclosureOf(file, address(file, url, 'url')),
    ),
    thumbnail: address(item, url, 'image', 'banner_image'),
  };
}

function enclosureOf(file: unknown, url: string): ParsedEnclosure[] {
  if (url === '') return [];
  const type = line(file, 'mime_type').toLowerCase();
  const length = amount(file, 'size_in_bytes');
  return [{ url, type, length, title: line(file, 'title'), duration: amount(file, 'duration_in_seconds') }];
}

/** `authors` of version 1.1, or `author` of version 1. */
function authors(of: unknown): string {
  const names = [...listed(get(of, 'authors')), get(of, 'author')].map((author) => line(author, 'name'));
  return [...new Set(names)].filter(Boolean).join(', ');
}

function get(of: unknown, key: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[key] : undefined;
}

function listed(value: unknown, most = MAX_LISTED): unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

/** Ids are numbers in some feeds. */
function string(of: unknown, key: string): string {
  const value = get(of, key);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** The first of several values that says something, in one line. */
function line(of: unknown, ...keys: string[]): string {
  return keys.reduce((found, key) => found || collapse(string(of, key)), '');
}

function address(of: unknown, base: string, ...keys: string[]): string {
  return absoluteUrl(line(of, ...keys), base);
}

function amount(of: unknown, key: string): number | null {
  const value = Number.parseFloat(string(of, key));
  return value >= 0 && value < 1e15 ? Math.round(value) : null;
}
