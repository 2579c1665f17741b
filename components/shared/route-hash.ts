import { decodePercent } from '../../utils/text/address-url';

const views = ['unread', 'all', 'starred', 'today', 'edited', 'audio', 'hidden'] as const;

/** The smart views: lists across all feeds. */
export type View = (typeof views)[number];

/** What the list shows: one of the smart views, a feed, or a folder with all below it. */
export type Scope =
  | { kind: View }
  | { kind: 'feed'; id: number }
  | { kind: 'folder'; id: number }
  | { kind: 'tag'; id: number }
  /** What one notification told of, by the time that names it. */
  | { kind: 'told'; id: number }
  /** What `text` finds; '' while nothing was typed. */
  | { kind: 'search'; text: string };

export interface Route {
  scope: Scope;
  /** The open article. */
  entryId: number | null;
}

const searchPattern = /^#\/search\/([^/]*)(?:\/entry\/(\d{1,15}))?$/;
const pattern = /^#\/(?:([a-z]+)|(feed|folder|tag|told)\/(\d{1,15}))(?:\/entry\/(\d{1,15}))?$/;

/** Reads `#/feed/3/entry/55`. The hash only says where to look: it changes nothing, whoever wrote it. */
export function parseRoute(hash: string): Route {
  const [search, text = '', found] = searchPattern.exec(hash) ?? [];
  if (search !== undefined)
    return {
      scope: { kind: 'search', text: decodePercent(text) },
      entryId: found === undefined ? null : Number(found),
    };
  const [, name, kind, id, entry] = pattern.exec(hash) ?? [];
  const entryId = entry === undefined ? null : Number(entry);
  if (kind === 'feed' || kind === 'folder' || kind === 'tag' || kind === 'told')
    return { scope: { kind, id: Number(id) }, entryId };
  const view = views.find((known) => known === name);
  // what names no list names no article of one
  return { scope: { kind: view ?? 'unread' }, entryId: name === undefined || view ? entryId : null };
}

/** The hash that `parseRoute` reads back. */
export function routeHash({ scope, entryId }: Route): string {
  const place = placeOf(scope);
  return `#/${place}${entryId === null ? '' : `/entry/${entryId}`}`;
}

function placeOf(scope: Scope): string {
  if (scope.kind === 'search') return `search/${encodeURIComponent(scope.text)}`;
  return 'id' in scope ? `${scope.kind}/${scope.id}` : scope.kind;
}

const previewPrefix = '#preview=';

/** The hash that shows the feed at an address. */
export function previewHash(address: string): string {
  return previewPrefix + encodeURIComponent(address);
}

/** The address of such a hash as it was written; null for every other hash. */
export function previewedAddress(hash: string): string | null {
  return hash.startsWith(previewPrefix) ? decodePercent(hash.slice(previewPrefix.length)) : null;
}
