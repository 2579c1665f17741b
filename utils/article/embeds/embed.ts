import { readWebUrl } from '../../text/address-url';
import { type Embed, embedRules } from './players';

/**
 * What a frame of a publisher's page would have shown, by its address: from one of the services in the table, named by
 * exact host and an id of the service's own form; null for everything else. The addresses in the answer are written by
 * us, with nothing of the given one but its id.
 */
export function embedOf(address: string, base: string): Embed | null {
  const text = address.trim();
  const url = text.includes('\\') ? null : readWebUrl(text, base || undefined);
  if (url?.username !== '' || url.password !== '' || url.port !== '') return null;
  const rule = embedRules.find(({ hosts }) => hosts.includes(url.hostname));
  const named = rule?.read(url);
  if (!rule || !named) return null;
  const player = rule.origin !== null && named.player ? `${rule.origin}${named.player}` : null;
  return { service: rule.service, page: named.page, player, height: named.height ?? null };
}

/** Attributes in which scripts that load late keep a frame's address. */
const sources = ['src', 'data-src', 'data-lazy-src', 'data-original'];
/** What players call themselves when the publisher gave no title. */
const empty = /^(?:youtube video player|spotify embed.*|vimeo.*player|embed.*content|iframe|video|player)$/i;

/** A frame's embed and its own words, '' where it has none; null for frames of unknown services. */
export function embedIn(frame: Element, base: string): { embed: Embed; words: string } | null {
  const addresses = sources.map((name) => frame.getAttribute(name) ?? '').filter((text) => text !== '');
  const embed = addresses.map((address) => embedOf(address, base)).find((found) => found !== null);
  const title = (frame.getAttribute('title') ?? '').trim().slice(0, 300);
  return embed ? { embed, words: empty.test(title) ? '' : title } : null;
}
