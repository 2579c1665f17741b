/**
 * Why something could not be done: facts only, the words are chosen in components/shared/problem-words.ts.
 * A closed union: whoever adds a kind is told by the compiler where words are missing.
 */
export type Problem =
  | { kind: 'address-invalid'; address: string }
  | { kind: 'address-private'; host: string }
  | { kind: 'permission-missing'; origins: string[] }
  | { kind: 'offline' }
  | { kind: 'timeout'; seconds: number }
  /** No answer that fetch would show: refused, no such host, bad certificate, or a redirect to a site without permission. */
  | { kind: 'unreachable'; host: string }
  /** No answer at all for days, while other hosts answered: its name was given up, or its server is switched off. */
  | { kind: 'host-silent'; host: string; days: number; checks: number }
  | { kind: 'http-status'; status: number; retryAt: number | null }
  | { kind: 'gone'; host: string }
  | { kind: 'too-big'; limitBytes: number }
  | {
      kind: 'not-a-feed';
      found: 'html' | 'login' | 'parked' | 'empty' | 'other';
      /** The page that stands there: its host, after redirects, and what it calls itself. */
      page?: { host: string; title: string };
    }
  /** A page that offers several feeds: the reader chooses. */
  | { kind: 'several-feeds'; candidates: FeedCandidate[] }
  | { kind: 'no-feed-found'; address: string }
  /** A list of this many feeds: the reader may import it. */
  | { kind: 'opml-found'; address: string; feeds: number }
  | { kind: 'already-subscribed'; feedId: number }
  /** `address` is another one of a feed that is followed: the reader chooses whether it becomes one more of that feed's. */
  | ({ kind: 'twin-subscribed'; address: string } & Twin)
  | { kind: 'no-such-feed'; feedId: number }
  | { kind: 'no-such-entry'; entryId: number }
  /** An article's page in which no article was found. */
  | { kind: 'no-text-found'; host: string }
  | { kind: 'no-such-folder'; folderId: number }
  | { kind: 'no-such-tag'; tagId: number }
  | { kind: 'tag-exists'; tagId: number }
  | { kind: 'no-such-rule'; ruleId: number }
  | { kind: 'rule-invalid'; field: string }
  | { kind: 'nothing-to-undo' }
  | { kind: 'opml-unreadable'; reason: 'not-opml' | 'too-big' | 'no-feeds' | 'entities' }
  | { kind: 'storage-full' }
  | { kind: 'storage-failed'; detail: string }
  | { kind: 'input-invalid'; field: string }
  | { kind: 'sender-refused' }
  /** Something we did not foresee; `detail` is for a bug report. */
  | { kind: 'internal'; detail: string };

export type ProblemKind = Problem['kind'];

/** A feed that is followed and that another address seems to give, too. */
export interface Twin {
  feedId: number;
  /** Known mirrors of each other; or both list the same articles, which does not prove it. */
  by: 'address' | 'articles';
}

/** A feed found on a page or at an address, to choose from. */
export interface FeedCandidate {
  url: string;
  title: string;
  /** 'rss', 'atom' ...; '' while the document has not been read. */
  format: string;
  /** Newest entry, milliseconds since the epoch. */
  newestAt: number | null;
  /** null while the document has not been read. */
  entryCount: number | null;
}

/** An answer that crosses a message: data, or the Problem that kept us from it. Nothing is ever thrown across. */
export type Answer<T> = { ok: true; data: T } | { ok: false; problem: Problem };

/** Carries a Problem through code that throws; turned back into an Answer at the message border. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(readonly problem: Problem) {
    super(problem.kind);
  }
}
