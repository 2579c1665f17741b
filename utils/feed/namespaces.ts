/**
 * What a namespace is called in the field tables, by its URI without scheme, `www.` and trailing slash or hash, in lower
 * case: feeds spell them in every way. '' are the formats themselves, so `atom:link` within RSS is `link`.
 */
const BY_URI: Record<string, string> = {
  'w3.org/2005/atom': '',
  'purl.org/atom/ns': '',
  'purl.org/atom/app': 'app',
  'purl.org/rss/1.0': '',
  'purl.org/net/rss1.1': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'backend.userland.com/rss2': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'search.yahoo.com/mrss': 'media',
  'tools.search.yahoo.com/mrss': 'media',
  'video.search.yahoo.com/mrss': 'media',
  'itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'example.com/dtds/podcast-1.0.dtd': 'itunes',
  'google.com/schemas/play-podcasts/1.0': 'googleplay',
  'podcastindex.org/namespace/1.0': 'podcast',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'webfeeds.org/rss/1.0': 'webfeeds',
  'youtube.com/xml/schemas/2015': 'yt',
  'w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'purl.oclc.org/net/rss_2.0/enc': 'enc',
  'purl.org/syndication/history/1.0': 'fh',
  'w3.org/1999/xhtml': 'xhtml',
  'w3.org/2000/svg': 'svg',
  'w3.org/1998/math/mathml': 'math',
};

/** Prefixes that feeds use without declaring them. */
const BY_PREFIX: Record<string, string> = {
  '': '',
  atom: '',
  a10: '',
  rss: '',
  html: 'xhtml',
  mml: 'math',
};
for (const name of Object.values(BY_URI)) BY_PREFIX[name] ??= name;

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
    const plain = uri
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\/(www\.)?/, '')
      .replace(/[/#]+$/, '');
    const isFormat = plain === '' || (prefix === '' && (isRoot || /(^|\W)(rss|atom)\b/.test(plain)));
    const guess = isFormat ? '' : prefix === '' ? FOREIGN : BY_PREFIX[prefix];
    this.#own.set(prefix, BY_URI[plain] ?? guess ?? FOREIGN);
  }

  /** The key of an element in the field tables: its local name in lower case, after our name of its namespace. */
  key(name: string): string {
    let key = this.#keys.get(name);
    if (key === undefined) {
      const plain = name.toLowerCase();
      const colon = plain.indexOf(':');
      const space = this.namespace(colon < 0 ? '' : plain.slice(0, colon));
      key = space === '' ? plain.slice(colon + 1) : `${space}:${plain.slice(colon + 1)}`;
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
    return BY_PREFIX[prefix] ?? FOREIGN;
  }
}
