import type { Validators } from '../model/feed';
import { type Problem, ProblemError } from '../model/problem';
import { isPrivateHost } from '../text/address';
import { readWebUrl } from '../text/address-url';
import { type FetchAnswer, type FetchRequest, noTiming, timingOf } from './answer';
import { hashBody } from './body-hash';
import { startDeadline } from './deadline';
import { readBody } from './read-body';
import { belongTo, conditions, renewed, sameSite, validatorsOf } from './validators';

const accept =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.5, */*;q=0.1';

/** Refuses what we must not ask or believe: no web address, or a private host that the reader did not type (REQ-24). */
export function checkAddress(address: string, privateAllowed: boolean): void {
  const url = readWebUrl(address);
  if (!url) throw new ProblemError({ kind: 'address-invalid', address });
  if (!privateAllowed && isPrivateHost(url.hostname)) {
    throw new ProblemError({ kind: 'address-private', host: url.hostname });
  }
}

/** Whether two addresses are of one host, whatever their ports. */
export function sameHost(a: string, b: string): boolean {
  return readWebUrl(a)?.hostname === readWebUrl(b)?.hostname;
}

interface Manner {
  cache: RequestCache;
  signal: AbortSignal;
  /** The media types wanted. */
  types?: string | undefined;
}

function ask(url: string, validators: Validators | null, { cache, signal, types = accept }: Manner) {
  return fetch(url, {
    cache,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'follow',
    signal,
    headers: { Accept: types, ...conditions(validators) },
  });
}

/** 'no-store' would send Pragma: no-cache past every shared cache; 'no-cache' lets a real 304 through to us. */
async function askOnce(
  { url, whole = false, accept: types }: FetchRequest,
  validators: Validators | null,
  signal: AbortSignal,
): Promise<Response> {
  if (whole) return ask(url, null, { cache: 'reload', signal, types });
  const response = await ask(url, validators, { cache: 'no-cache', signal, types });
  const moved = validators !== null && !sameSite(response.url, validators.url);
  // The address leads elsewhere now, and the new place cannot know what the old one gave.
  return moved && response.status === 304 ? ask(url, null, { cache: 'reload', signal, types }) : response;
}

type Told =
  | Pick<
      Extract<FetchAnswer, { kind: 'body' }>,
      'kind' | 'bytes' | 'size' | 'hash' | 'contentType' | 'contentLanguage' | 'validators'
    >
  | Pick<Extract<FetchAnswer, { kind: 'not-modified' }>, 'kind' | 'validators'>;

async function tell(
  response: Response,
  { url: asked, limit }: FetchRequest,
  validators: Validators | null,
): Promise<Told> {
  const { status, headers } = response;
  if (status === 304 && validators)
    return { kind: 'not-modified', validators: renewed(validators, response) };
  if (!response.ok) throw new ProblemError(statusProblem(response));
  const bytes = await readBody(response, limit);
  return {
    kind: 'body',
    bytes,
    size: bytes.length,
    hash: await hashBody(bytes),
    contentType: headers.get('content-type') ?? '',
    contentLanguage: headers.get('content-language') ?? '',
    validators: validatorsOf(response, asked),
  };
}

/** What an answer says that is no good one. */
export function statusProblem(response: Response): Problem {
  const { status } = response;
  if (status === 410) return { kind: 'gone', host: new URL(response.url).hostname };
  return { kind: 'http-status', status, retryAt: null };
}

/** Why there is no answer. */
export function failure(error: unknown, signal: AbortSignal, url: string): Problem {
  const reason: unknown = signal.aborted ? signal.reason : error;
  if (reason instanceof ProblemError) return reason.problem;
  if (navigator.onLine === false) return { kind: 'offline' };
  return { kind: 'unreachable', host: readWebUrl(url)?.hostname ?? url };
}

/**
 * Asks for a document, conditionally where validators of the same site are at hand: without cookies and referrer, at most
 * 25 s (10 s to the head) and 10 MB, the final address checked before a byte of the body is read. Never rejects.
 */
export async function fetchFeed(request: FetchRequest): Promise<FetchAnswer> {
  const { url, privateAllowed } = request;
  const validators = request.validators && belongTo(request.validators, url) ? request.validators : null;
  const startedAt = performance.now();
  const deadline = startDeadline(request.signal);
  let response: Response | undefined;
  const facts = () => ({
    status: response?.status ?? 0,
    url: response?.url ?? url,
    timing: response ? timingOf(response.headers) : noTiming,
    durationMs: Math.round(performance.now() - startedAt),
  });
  try {
    checkAddress(url, privateAllowed);
    response = await askOnce(request, validators, deadline.signal);
    deadline.headArrived();
    // A private host that the reader typed may answer for itself, and send us to no other one.
    checkAddress(response.url, privateAllowed && sameHost(response.url, url));
    return { ...(await tell(response, request, validators)), ...facts() };
  } catch (error) {
    void response?.body?.cancel().catch(() => undefined);
    return { kind: 'problem', problem: failure(error, deadline.signal, url), ...facts() };
  } finally {
    deadline.clear();
  }
}
