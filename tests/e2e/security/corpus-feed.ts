import { attackOf, hostOf, type Vector } from '../../security/matrix';

/** Text as XML takes it; characters that XML 1.0 forbids are left out, as no feed could send them. */
const escaped = (text: string) =>
  text
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, (char) => ('\t\n\r'.includes(char) ? char : ''))
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** What stands before each vector in its article, so that a test knows which one a page shows. */
export const markOf = (id: string) => `[${id}]`;

/**
 * A feed that delivers each vector as an article of its own: in the body, and at the same time where only text belongs:
 * title, author, category, and the feed's own name.
 */
export function corpusFeed(vectors: Vector[], name: string): string {
  const items = vectors.map((vector) => {
    const attack = attackOf(vector);
    const body = `<p>${markOf(vector.id)}</p>${attack}`;
    const short = escaped(attack.slice(0, 300));
    return `<item><guid isPermaLink="false">${vector.id}</guid><title>${escaped(markOf(vector.id))} ${short}</title>
<link>https://${hostOf(vector.id)}/article</link><author>${short}</author><category>${short}</category>
<description>${short}</description><content:encoded>${escaped(body)}</content:encoded></item>`;
  });
  const attack = escaped('<img src=x onerror=alert(1)><script>alert(1)</script>');
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xml:base="https://site.test/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>${escaped(name)} ${attack}</title><link>https://site.test/</link><description>${attack}</description>
${items.join('\n')}</channel></rss>`;
}
