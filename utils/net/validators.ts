import type { Validators } from '../model/feed';
import { readWebUrl } from '../text/address-url';

function site(address: string): string {
  return readWebUrl(address)?.host.replace(/^www\./, '') ?? '';
}

/** Whether what one address gave may be shown to the other: the same host, whatever the scheme or `www.`. */
export function sameSite(a: string, b: string): boolean {
  return site(a) === site(b);
}

/** What an answer lets us send the next time, byte for byte; null when it has neither. */
export function validatorsOf(response: Response): Validators | null {
  const etag = response.headers.get('etag') ?? '';
  const lastModified = response.headers.get('last-modified') ?? '';
  return etag || lastModified ? { etag, lastModified, url: response.url } : null;
}

/** A 304 renews what it carries and leaves the rest (RFC 9111 4.3.4). */
export function renewed(old: Validators, response: Response): Validators {
  const fresh = validatorsOf(response);
  return {
    etag: fresh?.etag || old.etag,
    lastModified: fresh?.lastModified || old.lastModified,
    url: old.url,
  };
}

export function conditions(validators: Validators | null): Record<string, string> {
  return {
    ...(validators?.etag && { 'If-None-Match': validators.etag }),
    ...(validators?.lastModified && { 'If-Modified-Since': validators.lastModified }),
  };
}
