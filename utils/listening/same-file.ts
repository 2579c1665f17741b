import type { Enclosure } from '../model/entry';

/**
 * Parameters with which servers sign addresses for a while: Amazon S3 and CloudFront, Google, Alibaba, Azure and Akamai by
 * their documentation, Patreon and nginx's secure_link; `_` is WordPress's, which tells the players of one page apart by it.
 */
const signing =
  /^(?:_|x-(?:amz|goog|oss)-.+|(?:aws|oss)?accesskeyid|googleaccessid|key-pair-id|signature|sig|hmac|expir(?:es|ed|y|ation)?|exp|hdn(?:ts|ea|tl)|__(?:gda|token)__|auth_key|token-(?:time|hash))$/i;
/** What may name a recording where it stands alone, and belongs to the signature beside one. */
const besideSigning =
  /^(?:policy|token|sign|timestamp|ts?|md5|key|hash|e|st|se|s[prv]|sk(?:oid|tid|t|e|s|v)|response-.+)$/i;
/** A counter's address, and behind it the one that it counts (Podtrac, Chartable, Podsights and others). */
const counted = /^https:\/\/[^?#]*\/((?:[a-z\d-]+\.)+[a-z]{2,}\/[^?#]*(?:\?.*)?)$/i;

function withoutSignature(query: string): string {
  const pairs = query.split('&');
  const nameOf = (pair: string) => pair.split('=', 1)[0] ?? '';
  if (!pairs.some((pair) => signing.test(nameOf(pair)))) return query;
  return pairs.filter((pair) => !signing.test(nameOf(pair)) && !besideSigning.test(nameOf(pair))).join('&');
}

/**
 * What stays of a recording's address when its server signs it anew, or its publisher has it counted by somebody else: by this
 * its place is kept and it is known in the queue. Given what it gave, it gives the same.
 */
export function fileOf(address: string): string {
  const [, head = '', query = ''] =
    /^([^?#]*)(?:\?([^#]*))?/.exec(address.replace(/^http:/i, 'https:')) ?? [];
  const left = query && withoutSignature(query);
  const plain = left ? `${head}?${left}` : head;
  const [, inner] = counted.exec(plain) ?? [];
  return inner ? `https://${inner}` : plain;
}

export const isSameFile = (one: string, other: string) => one === other || fileOf(one) === fileOf(other);

const kindOf = ({ type }: Enclosure) => type.split('/', 1)[0];
const nameOf = ({ url }: Enclosure) => fileOf(url).replace(/\?.*$/, '').split('/').at(-1);

function onlyOne(found: readonly Enclosure[]): Enclosure | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/**
 * The file that a feed lists now where its article had that of `url`: the same but for its signature, else the only one with
 * its name and kind, else the one in its place where the article has as many files as it had, of the same kinds.
 */
export function renewedFile(
  url: string,
  before: readonly Enclosure[],
  listed: readonly Enclosure[],
): Enclosure | undefined {
  const same = listed.find((one) => isSameFile(one.url, url));
  const at = before.findIndex((one) => isSameFile(one.url, url));
  const old = before[at];
  if (same || !old) return same;
  const named = onlyOne(listed.filter((one) => nameOf(one) === nameOf(old) && kindOf(one) === kindOf(old)));
  const isAsMany =
    listed.length === before.length && listed.every((one, i) => kindOf(one) === kindOf(before[i] ?? old));
  return named ?? (isAsMany ? listed[at] : undefined);
}

/** An article's files with the addresses that its feed gives them now; what the feed does not list any more stays. */
export function withRenewed(before: readonly Enclosure[], listed: readonly Enclosure[]): Enclosure[] {
  return before.map((one) => ({ ...one, url: renewedFile(one.url, before, listed)?.url ?? one.url }));
}
