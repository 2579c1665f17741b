import type { Validators } from '../model/feed';
import type { Problem } from '../model/problem';

export interface FetchRequest {
  url: string;
  /** What the last complete answer gave; null asks unconditionally. */
  validators: Validators | null;
  /** The reader typed a private address, so private hosts may answer. */
  privateAllowed: boolean;
  /** Ask for the whole document, past every cache. */
  whole?: boolean;
  /** The media types wanted, where it is no feed. */
  accept?: string;
  /** Bytes; 10 MB where absent. */
  limit?: number;
  signal?: AbortSignal;
}

/** Header fields that say when to ask again, as they were sent; null where absent. */
export interface TimingHeaders {
  cacheControl: string | null;
  expires: string | null;
  date: string | null;
  age: string | null;
  retryAfter: string | null;
}

interface AnswerFacts {
  /** HTTP status; 0 when no answer came. */
  status: number;
  /** The address that answered, after redirects. */
  url: string;
  durationMs: number;
  timing: TimingHeaders;
}

export type FetchAnswer = AnswerFacts &
  (
    | {
        kind: 'body';
        /** Empty when they have been understood: see `letGo`. */
        bytes: Uint8Array<ArrayBuffer>;
        /** How many they were. */
        size: number;
        /** Tells an unchanged body without parsing it. */
        hash: string;
        contentType: string;
        contentLanguage: string;
        /** null when the server gave neither. */
        validators: Validators | null;
      }
    | { kind: 'not-modified'; validators: Validators }
    | { kind: 'problem'; problem: Problem }
  );

/** 226: the entries that are new since the ETag that was sent, and no others (RFC 3229; polling S-15). */
export function isDelta({ status }: Pick<FetchAnswer, 'status'>): boolean {
  return status === 226;
}

export const noTiming: TimingHeaders = {
  cacheControl: null,
  expires: null,
  date: null,
  age: null,
  retryAfter: null,
};

export function timingOf(headers: Headers): TimingHeaders {
  return {
    cacheControl: headers.get('cache-control'),
    expires: headers.get('expires'),
    date: headers.get('date'),
    age: headers.get('age'),
    retryAfter: headers.get('retry-after'),
  };
}
