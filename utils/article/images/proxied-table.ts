/** Where an image proxy keeps the address of the original. */
export type Place =
  /** In a parameter of the query; `ssl:` and no scheme are understood. */
  | { kind: 'query'; names: readonly string[] }
  /** The rest of the path is `host/path`; a query parameter `q`, if any, is the original's own query. */
  | { kind: 'host-path' }
  /** The rest of the path, or the fragment, is the whole address, as it is or percent-encoded. */
  | { kind: 'path' }
  | { kind: 'fragment' };

export interface ProxyShape {
  host: RegExp;
  /** Path that must be there; what follows it is the rest. */
  path: RegExp;
  place: Place;
}

/** Image proxies that feeds and their mirrors put in front of images, with the source of each form. */
export const proxyShapes: readonly ProxyShape[] = [
  // https://wsrv.nl/docs/ : one service under two names and numbered mirrors
  {
    host: /^(?:wsrv\.nl|(?:images\.)?weserv\.nl|images\d*\.weserv\.nl)$/,
    path: /^\/?/,
    place: { kind: 'query', names: ['url'] },
  },
  // https://developer.wordpress.com/docs/photon/
  { host: /^i[0-3]\.wp\.com$/, path: /^\//, place: { kind: 'host-path' } },
  // The image proxy of DuckDuckGo's results, under both of its names
  {
    host: /^(?:external-content|proxy|images)\.duckduckgo\.com$/,
    path: /^\/iu\/?/,
    place: { kind: 'query', names: ['u'] },
  },
  // Google: a hit of the image search, the gadget proxy, the image proxy of its mail
  {
    host: /^(?:www|images)\.google(?:\.[a-z]{2,3}){1,2}$/,
    path: /^\/imgres$/,
    place: { kind: 'query', names: ['imgurl'] },
  },
  {
    host: /^[a-z\d-]+-opensocial\.googleusercontent\.com$/,
    path: /^\/gadgets\/proxy$/,
    place: { kind: 'query', names: ['url'] },
  },
  { host: /^ci\d\.googleusercontent\.com$/, path: /^\/(?:proxy|meips)\//, place: { kind: 'fragment' } },
  // Used with RSSHub's hotlink templates by Chinese mirrors
  { host: /^imageproxy\.pimg\.tw$/, path: /^\/resize$/, place: { kind: 'query', names: ['url'] } },
  { host: /^pic\d*\.xuehuaimg\.com$/, path: /^\/proxy\//, place: { kind: 'path' } },
  // https://statically.io/docs/using-images/
  { host: /^cdn\.statically\.io$/, path: /^\/img\//, place: { kind: 'host-path' } },
];
