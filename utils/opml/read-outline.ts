import type { Outline } from '../model/outline';
import { isPrivateHost, parseAddress } from '../text/address';
import { readUrl, readWebUrl } from '../text/address-url';
import type { Attribute } from '../text/attributes';
import { decodeEntities } from '../text/entities';
import { settingName } from './namespace';
import { plainName } from './plain-text';

/** Values longer than this are no address and no setting. */
const maxValue = 65_536;

/** Spellings of the feed's address, in lower case. */
const addressNames = ['xmlurl', 'xmluri', 'feedurl', 'rssurl'];
/** An outline's `url` is a feed where `type` says so; else it is a link to a page or to another outline. */
const feedTypes = /^(?:rss|rss[12]|atom|feed|rdf|json|jsonfeed)$/;

export interface OutlineAttributes {
  /** By lower-case name, decoded; names with a foreign prefix are left out. */
  plain: Map<string, string>;
  /** Of our namespace, by name as written, decoded. */
  own: Map<string, string>;
}

/** Splits an outline's attributes into those of OPML and ours; `prefix` is what our namespace is called in this document. */
export function sortAttributes(attributes: readonly Attribute[], prefix: string): OutlineAttributes {
  const plain = new Map<string, string>();
  const own = new Map<string, string>();
  for (const { name, value } of attributes) {
    if (value.length > maxValue) continue;
    const colon = name.indexOf(':');
    const key = colon < 0 ? name.toLowerCase() : name.slice(colon + 1);
    const target = colon < 0 ? plain : own;
    if (colon >= 0 && name.slice(0, colon) !== prefix) continue;
    if (!target.has(key)) target.set(key, decodeEntities(value));
  }
  return { plain, own };
}

/** The address as written, or '' for a folder. */
export function writtenAddress(plain: ReadonlyMap<string, string>): string {
  const found = addressNames.map((name) => plain.get(name)?.trim() ?? '').find((value) => value !== '');
  if (found !== undefined) return found;
  return feedTypes.test(plain.get('type')?.trim().toLowerCase() ?? '')
    ? (plain.get('url')?.trim() ?? '')
    : '';
}

/** Whether an outline without a feed's address is a link to a page or a document, and so no folder. */
export function isLink(plain: ReadonlyMap<string, string>): boolean {
  return plain.has('url') || /^(?:link|include)$/i.test(plain.get('type')?.trim() ?? '');
}

/** A name as people saw it: `text` as OPML wants it, else `title`. */
export function shownName(plain: ReadonlyMap<string, string>): string {
  return plainName(plain.get('text') ?? '') || plainName(plain.get('title') ?? '');
}

/** An address to import: http or https, and in no private network, which no document may point us to (REQ-24). */
export function importedAddress(
  written: string,
): { url: string } | { refused: 'address-invalid' | 'address-private' } {
  const url = parseAddress(written)?.url;
  if (url === undefined) return { refused: 'address-invalid' };
  return isPrivateHost(readUrl(url)?.hostname ?? '') ? { refused: 'address-private' } : { url };
}

function readMirrors(written: string, xmlUrl: string): string[] {
  const urls = written.split(/\s+/).slice(0, 32).map(importedAddress);
  const taken = urls.flatMap((address) => ('url' in address ? [address.url] : []));
  return [...new Set(taken)].filter((url) => url !== xmlUrl);
}

/** The outline of a feed. Another reader's `text` that differs from the feed's `title` is a name that was given there. */
export function feedOutline(xmlUrl: string, { plain, own }: OutlineAttributes): Outline {
  const shown = shownName(plain);
  // Where we named the reader's own name, an empty title is one that is not known yet.
  const title = plainName(plain.get('title') ?? '') || (own.has('customTitle') ? '' : shown);
  const customTitle = plainName(own.get('customTitle') ?? '') || (shown === title ? '' : shown);
  const mirrors = readMirrors(own.get('mirrors') ?? '', xmlUrl);
  const settings = [...own].filter(
    ([name]) => settingName.test(name) && name !== 'customTitle' && name !== 'mirrors',
  );
  return {
    title,
    xmlUrl,
    htmlUrl: readWebUrl(plain.get('htmlurl')?.trim() ?? '')?.href ?? '',
    children: [],
    ...(customTitle !== '' && { customTitle }),
    ...(mirrors.length > 0 && { mirrors }),
    ...(settings.length > 0 && { settings: Object.fromEntries(settings) }),
  };
}
