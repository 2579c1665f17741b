import { feedPath, manifestKey } from './json-feed';
import { manifestName } from './manifest';
import type { PresentFile } from './verify';

/**
 * The items of an exported JSON Feed as files of an archive, by their ids, what is around them, and the manifest; without
 * one it is no archive. How the file is laid out says nothing. Throws where it is no JSON.
 */
export function* feedParts(text: string): Generator<PresentFile> {
  const feed: unknown = JSON.parse(text);
  if (typeof feed !== 'object' || feed === null) return;
  const own = new Map<string, unknown>(Object.entries(feed));
  const [items, manifest] = [own.get('items'), own.get(manifestKey)];
  if (!Array.isArray(items) || manifest === undefined) return;
  const piece = (path: string, value: unknown) => {
    return { path, bytes: new TextEncoder().encode(JSON.stringify(value)) };
  };
  own.delete('items');
  own.delete(manifestKey);
  yield piece(feedPath, Object.fromEntries(own));
  for (const [at, item] of items.entries()) yield piece(idOf(item) || `#${at + 1}`, item);
  yield piece(manifestName, manifest);
}

function idOf(item: unknown): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : '';
  return typeof id === 'string' ? id : '';
}
