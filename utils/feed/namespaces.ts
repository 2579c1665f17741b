/**
 * What a namespace is called in the field tables, by a part of its URI: feeds spell them with http and https, `www.`,
 * any case, and slashes or hashes at the end. '' are the formats themselves, so `atom:link` within RSS is `link`.
 */
const NAMES = [
  ['dc', 'purl.org/dc/elements'],
  ['dcterms', 'purl.org/dc/terms'],
  ['content', 'rss/1.0/modules/content'],
  ['sy', 'rss/1.0/modules/syndication'],
  ['media', 'search.yahoo.com/mrss'],
  ['itunes', 'dtds/podcast-1.0'],
  ['rdf', '22-rdf-syntax-ns'],
  ['xhtml', '1999/xhtml'],
  ['feedburner', 'namespace.org/feedburner'],
] as const;
const FORMATS = /(2005\/atom|atom\/ns|rss\/1\.0|rss1\.1|simple\/0\.9|rss2|tech\/rss|rss-0\.91\.dtd)[/#]*$/;

/** Feeds use prefixes without declaring them, or with a URI of their own making. */
function ofPrefix(prefix: string): string | undefined {
  return prefix === '' || prefix === 'atom' ? '' : NAMES.find(([name]) => name === prefix)?.[0];
}

/** A namespace that is not ours: its elements are passed over. */
const FOREIGN = '?';

/** The namespace declarations in force at some element. Each scope holds its own only, and asks its parent. */
export class Scope {
  readonly #parent: Scope | null;
  readonly #own = new Map<string, string>();
  readonly #keys = new Map<string, string>();

  constructor(parent: Scope | null) {
    this.#parent = parent;
  }

  /**
   * Binds a prefix ('' for the default). Of unknown namespaces, a root element's default is the feed's own, misspelt,
   * and so is that of a prefix which everybody uses for one of ours.
   */
  declare(prefix: string, uri: string, isRoot: boolean): void {
    const plain = uri.trim().toLowerCase();
    const known =
      FORMATS.test(plain) || plain === '' ? '' : NAMES.find(([, part]) => plain.includes(part))?.[0];
    const guess = prefix === '' && !isRoot ? FOREIGN : ofPrefix(prefix);
    this.#own.set(prefix, known ?? guess ?? FOREIGN);
  }

  /** The key of an element in the field tables: its local name in lower case, after our name of its namespace. */
  key(name: string): string {
    let key = this.#keys.get(name);
    if (key === undefined) {
      const plain = name.toLowerCase();
      const colon = plain.indexOf(':');
      const space = this.namespace(plain.slice(0, Math.max(0, colon)));
      key = (space && `${space}:`) + plain.slice(colon + 1);
      this.#keys.set(name, key);
    }
    return key;
  }

  /** Our name for what a prefix (lower case) is bound to. */
  namespace(prefix: string): string {
    for (let scope: Scope | null = this; scope !== null; scope = scope.#parent) {
      const bound = scope.#own.get(prefix);
      if (bound !== undefined) return bound;
    }
    return ofPrefix(prefix) ?? FOREIGN;
  }
}
