import { type Problem, ProblemError } from '../model/problem';
import { startDeadline } from './deadline';
import { checkAddress, failure, sameHost, statusProblem } from './fetch-feed';
import { imageType } from './image-type';
import { readBody } from './read-body';

export interface ImageRequest {
  url: string;
  /** The reader typed a private address of this host, so it may answer. */
  privateAllowed: boolean;
  /** Bytes; 10 MB where absent. */
  limit?: number;
  signal?: AbortSignal;
}

export type ImageAnswer =
  | {
      kind: 'image';
      bytes: Uint8Array<ArrayBuffer>;
      type: string;
      /** The address that answered, after redirects. */
      url: string;
    }
  | {
      kind: 'failed';
      /** Another day may be better: the server, or the way to it, was at fault. */
      isPassing: boolean;
      /** No answer came at all. */
      isSilent: boolean;
    };

const accept = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.5';

/**
 * Asks for a picture as a page would, but without cookies and referrer, and with the limits of feeds: 25 s, 10 MB, the
 * final address checked before a byte is read. What is no picture, whatever it is called, has failed: sites send a page of
 * theirs, with status 200, in place of what is gone. Never rejects.
 */
export async function fetchImage({ url, privateAllowed, limit, signal }: ImageRequest): Promise<ImageAnswer> {
  const deadline = startDeadline(signal);
  let response: Response | undefined;
  try {
    checkAddress(url, privateAllowed);
    response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: deadline.signal,
      headers: { Accept: accept },
    });
    deadline.headArrived();
    checkAddress(response.url, privateAllowed && sameHost(response.url, url));
    if (!response.ok) throw new ProblemError(statusProblem(response));
    const bytes = await readBody(response, limit);
    const type = imageType(bytes, response.headers.get('content-type') ?? '');
    if (!type) return { kind: 'failed', isPassing: false, isSilent: false };
    return { kind: 'image', bytes, type, url: response.url };
  } catch (error) {
    void response?.body?.cancel().catch(() => undefined);
    const problem = failure(error, deadline.signal, url);
    return { kind: 'failed', isPassing: isPassing(problem), isSilent: response === undefined };
  } finally {
    deadline.clear();
  }
}

function isPassing(problem: Problem): boolean {
  if (problem.kind === 'http-status') return problem.status >= 500 || problem.status === 429;
  return ['unreachable', 'timeout', 'offline'].includes(problem.kind);
}
