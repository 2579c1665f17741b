import type { ParsedEnclosure, ParsedEntry, ParsedFeed } from '../model/parsed';
import { collapse } from '../text/html-text';
import { escapeHtml } from './content';
import { parseDate } from './dates';
import { newDraft, newFeed } from './draft';
import { parseJson } from './json-text';
import { MAX_ENTRIES, MAX_LISTED } from './limits';
import { absoluteUrl } from './urls';

type JsonObject = Record<string, unknown>;

/** Reads a JSON Feed (https://jsonfeed.org/version/1.1, and 1); null for JSON that is none. */
export function parseJsonFeed(text: string, url: string, language: string): ParsedFeed | null {
  const json = asObject(parseJson(text));
  const version = /jsonfeed\.org\/version\/([\d.]+)/.exec(line(json.version))?.[1] ?? '';
  if (version === '' && !(Array.isArray(json.items) && line(json.title) !== '')) return null;
  const feed = newFeed();
  const items = asArray(json.items);
  feed.format = 'json';
  feed.version = version;
  feed.title = line(json.title);
  feed.link = absoluteUrl(line(json.home_page_url), url);
  feed.description = line(json.description);
  feed.language = line(json.language) || language;
  feed.icon = absoluteUrl(line(json.favicon) || line(json.icon), url);
  feed.image = absoluteUrl(line(json.icon), url);
  feed.id = line(json.feed_url);
  feed.author = authors(json);
  feed.selfLink = absoluteUrl(line(json.feed_url), url);
  feed.nextPage = absoluteUrl(line(json.next_url), url);
  feed.hubs = listed(json.hubs)
    .map((hub) => absoluteUrl(line(asObject(hub).url), url))
    .filter(Boolean);
  feed.truncated = items.length > MAX_ENTRIES;
  feed.entries = items.slice(0, MAX_ENTRIES).map((item) => entryOf(asObject(item), url, feed.language));
  return feed;
}

function entryOf(item: JsonObject, url: string, language: string): ParsedEntry {
  const entry = newDraft(url, line(item.language) || language, null).value;
  entry.id = line(item.id);
  entry.title = line(item.title);
  entry.link = absoluteUrl(line(item.url) || line(item.external_url), url);
  entry.published = parseDate(line(item.date_published));
  entry.updated = parseDate(line(item.date_modified));
  entry.summary = escapeHtml(string(item.summary));
  entry.content = string(item.content_html) || paragraphs(string(item.content_text));
  entry.author = authors(item);
  entry.categories = [...new Set(listed(item.tags).map(line))].filter(Boolean);
  entry.enclosures = listed(item.attachments)
    .map((file) => enclosureOf(asObject(file), url))
    .filter((file) => file.url !== '');
  entry.thumbnail = absoluteUrl(line(item.image) || line(item.banner_image), url);
  return entry;
}

function enclosureOf(file: JsonObject, url: string): ParsedEnclosure {
  return {
    url: absoluteUrl(line(file.url), url),
    type: line(file.mime_type).toLowerCase(),
    length: amount(file.size_in_bytes),
    title: line(file.title),
    duration: amount(file.duration_in_seconds),
  };
}

/** `authors` of version 1.1, or `author` of version 1. */
function authors(json: JsonObject): string {
  const all = listed(json.authors);
  const names = (all.length > 0 ? all : [json.author]).map(
    (author) => line(asObject(author).name) || line(author),
  );
  return [...new Set(names)].filter(Boolean).join(', ');
}

function paragraphs(text: string): string {
  return escapeHtml(text).replace(/\r?\n/g, '<br>');
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function listed(value: unknown): unknown[] {
  return asArray(value).slice(0, MAX_LISTED);
}

/** Ids are numbers in some feeds. */
function string(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function line(value: unknown): string {
  return collapse(string(value));
}

function amount(value: unknown): number | null {
  const number = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? Math.round(number) : null;
}
