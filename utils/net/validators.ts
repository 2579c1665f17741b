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
  return { etag, lastModified, url, ...(sameSite(asked, url) ? {} : { via: asked }) };
}

/** Whether they may be sent to this address: it gave them, or led to where they were given. */
export function belongTo(validators: Validators, url: string): boolean {
  return sameSite(validators.url, url) || validators.via === url;
}

/** A 304 renews what it carries and leaves the rest (RFC 9111 4.3.4). */
export function renewed(old: Validators, response: Response): Validators {
  return {
    ...old,
    etag: response.headers.get('etag') || old.etag,
    lastModified: response.headers.get('last-modified') || old.lastModified,
  };
}

export function conditions(validators: Validators | null): Record<string, string> {
  return {
    ...(validators?.etag && { 'If-None-Match': validators.etag }),
    ...(validators?.lastModified && { 'If-Modified-Since': validators.lastModified }),
  };
}
