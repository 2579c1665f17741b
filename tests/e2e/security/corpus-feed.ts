import { attackOf, hostOf, type Vector } from '../../security/matrix';
import { hostileAddresses, hostileTypes, turn } from './hostile-addresses';

/** Text as XML takes it; characters that XML 1.0 forbids are left out, as no feed could send them. */
export const escaped = (text: string) =>
  text
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, (char) => ('\t\n\r'.includes(char) ? char : ''))
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** What stands before each vector in its article, so that a test knows which one a page shows. */
export const markOf = (id: string) => `[${id}]`;

/** The host of the one picture that every article may and must ask for. */
export const proofHost = 'proof.evil.test';
export const proofPath = (id: string) => `/${encodeURIComponent(id)}.png`;

/** The article of a vector: its mark and a picture that must come, then the attack. */
export function bodyOf(vector: Vector): string {
  const proof = `<img src="https://${proofHost}${proofPath(vector.id)}" width="24" height="24" alt="">`;
  return `<p>${markOf(vector.id)} ${proof}</p>${attackOf(vector)}`;
}

const addressFor = (vector: Vector, index: number) =>
  turn(hostileAddresses, index).replaceAll('{h}', hostOf(vector.id));

function item(vector: Vector, index: number): string {
  const short = escaped(attackOf(vector).slice(0, 300));
  // Addresses and whole attacks take turns where an address belongs.
  const link = index % 3 === 0 ? short : escaped(addressFor(vector, index));
  const file = index % 3 === 1 ? short : escaped(addressFor(vector, index + 7));
  return `<item><guid isPermaLink="false">${vector.id}</guid><title>${escaped(markOf(vector.id))} ${short}</title>
<link>${link}</link><author>${short}</author><dc:creator>${short}</dc:creator><category>${short}</category><comments>${link}</comments>
<enclosure url="${file}" type="${escaped(turn(hostileTypes, index))}" length="1"/>
<media:content url="${escaped(addressFor(vector, index + 3))}" medium="audio" type="audio/mpeg"><media:title>${short}</media:title></media:content>
<description>${short}</description><content:encoded>${escaped(bodyOf(vector))}</content:encoded></item>`;
}

/**
 * A feed that delivers each vector as an article of its own: in the body, and at the same time where only text or an
 * address belongs: title, author, category, link, enclosures. The first of them is the feed's name, home and picture, too.
 */
export function corpusFeed(vectors: Vector[], name: string): string {
  const [first] = vectors;
  const attack = escaped(first ? attackOf(first).slice(0, 300) : '');
  const home = escaped(first ? addressFor(first, vectors.length) : 'https://site.test/');
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xml:base="https://site.test/"
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>${escaped(name)} ${attack}</title><link>${home}</link><description>${attack}</description><language>${attack}</language>
<image><url>${home}</url><title>${attack}</title></image>
${vectors.map(item).join('\n')}</channel></rss>`;
}
