import type { Validators } from '../model/feed';
import { readWebUrl } from '../text/address-url';

function site(address: string): string {
  return readWebUrl(address)?.host.replace(/^www\./, '') ?? '';
}

/** Whether what one address gave may be shown to the other: the same host, whatever the scheme or `www.`. */
export function sameSite(a: string, b: string): boolean {
  return site(a) === site(b);
}

/** What the answer to a request of `asked` lets us send the next time, byte for byte; null when it has neither. */
export function validatorsOf(response: Response, asked: string): Validators | null {
  const etag = response.headers.get('etag') ?? '';
  const lastModified = response.headers.get('last-modified') ?? '';
  const { url } = response;
  if (!etag && !lastModified) return null;
  const deltas = etag && offersDeltas(response) ? { deltas: true as const } : {};
  return { etag, lastModified, url, ...deltas, ...(sameSite(asked, url) ? {} : { via: asked }) };
}

/** Whether the server knows how to send what is new alone: it says so, or it just has (RFC 3229 10.5). */
function offersDeltas({ headers }: Response): boolean {
  const varies = (headers.get('vary') ?? '').toLowerCase().split(',');
  return headers.has('im') || varies.some((name) => name.trim() === 'a-im');
}

/** Whether they may be sent to this address: it gave them, or led to where they were given. */
export function belongTo(validators: Validators, url: string): boolean {
  return sameSite(validators.url, url) || validators.via === url;
}

/** A 304 renews what it carries and leaves the rest (RFC 9111 4.3.4). */
export function renewed(old: Validators, response: Response): Validators {
  const { deltas: _, ...rest } = old;
  const isOffered = response.headers.has('vary') ? offersDeltas(response) : old.deltas;
  return {
    ...rest,
    ...(isOffered && { deltas: true }),
    etag: response.headers.get('etag') || old.etag,
    lastModified: response.headers.get('last-modified') || old.lastModified,
  };
}

export function conditions(validators: Validators | null): Record<string, string> {
  return {
    ...(validators?.etag && { 'If-None-Match': validators.etag }),
    ...(validators?.etag && validators.deltas && { 'A-IM': 'feed' }),
    ...(validators?.lastModified && { 'If-Modified-Since': validators.lastModified }),
  };
}
