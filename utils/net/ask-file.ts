import { type Answer, ProblemError } from '../model/problem';
import { startDeadline } from './deadline';
import { checkAddress, failure, sameHost, statusProblem } from './fetch-feed';

export interface FileFacts {
  /** As its server calls it: 'audio/mpeg'; '' where it does not say. */
  type: string;
}

/**
 * Asks for the first byte of a file, to learn what its server makes of the request: without cookies and referrer, at most
 * 10 s to the head, the final address checked, the rest never read. Never rejects.
 */
export async function askFile(url: string, privateAllowed: boolean): Promise<Answer<FileFacts>> {
  const deadline = startDeadline();
  try {
    checkAddress(url, privateAllowed);
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: deadline.signal,
      headers: { Range: 'bytes=0-0' },
    });
    // a server that knows no ranges would send all of it
    void response.body?.cancel().catch(() => undefined);
    checkAddress(response.url, privateAllowed && sameHost(response.url, url));
    if (!response.ok) throw new ProblemError(statusProblem(response));
    const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
    return { ok: true, data: { type: type.trim().toLowerCase() } };
  } catch (error) {
    return { ok: false, problem: failure(error, deadline.signal, url) };
  } finally {
    deadline.clear();
  }
}
