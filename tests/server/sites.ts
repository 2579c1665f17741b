import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The sites of tests/fixtures/feeds, one folder each. */
export const fixtureFolder = join(import.meta.dirname, '../fixtures/feeds');

const sourceNames = ['source.xml', 'source.json'] as const;

/** A feed document as its publisher would hold it. */
export interface SiteDocument {
  bytes: Buffer;
  /** What a correct publisher sends, without charset. */
  contentType: string;
  /** Changes with every edit. */
  version: number;
  /** Milliseconds since the epoch, whole seconds: Last-Modified has no finer grain. */
  modifiedAt: number;
}

/** Names of all fixture sites, sorted. */
export function siteNames(): string[] {
  return readdirSync(fixtureFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && sourcePath(entry.name) !== null)
    .map((entry) => entry.name)
    .sort();
}

/** The document's file; null where the site has none. */
export function sourcePath(site: string): string | null {
  if (!/^[a-z0-9.-]+$/.test(site)) return null;
  const found = sourceNames.map((name) => join(fixtureFolder, site, name)).find((path) => existsSync(path));
  return found ?? null;
}

/** Reads a site as it stands in the repository; null for an unknown one. */
export function readSite(site: string): SiteDocument | null {
  const path = sourcePath(site);
  if (path === null) return null;
  const bytes = readFileSync(path);
  return {
    bytes,
    contentType: contentTypeOf(path, bytes),
    version: 1,
    modifiedAt: Date.UTC(2026, 0, 15, 8, 30, 0),
  };
}

function contentTypeOf(path: string, bytes: Buffer): string {
  if (path.endsWith('.json')) return 'application/feed+json';
  const head = bytes.subarray(0, 2048).toString('latin1');
  if (head.includes('<feed')) return 'application/atom+xml';
  return head.includes('<rdf:RDF') ? 'application/rdf+xml' : 'application/rss+xml';
}
