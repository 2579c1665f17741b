import type { Problem, ProblemKind } from '../../utils/model/problem';
import type { Phrase } from './locale';

/** What the reader can do about it with one press. */
export type Remedy = 'grant' | 'retry' | 'open-site' | 'unsubscribe' | 'none';

export interface ProblemWords {
  what: Phrase;
  /** What was not lost; null where nothing could have been. */
  kept: Phrase | null;
  todo: Phrase | null;
  remedy: Remedy;
}

type Table = { [K in ProblemKind]: (problem: Extract<Problem, { kind: K }>) => ProblemWords };

const articlesKept: Phrase = { key: 'keptArticles' };
const subscriptionsKept: Phrase = { key: 'keptSubscriptions' };

function words(
  what: Phrase,
  todo: Phrase | null,
  kept: Phrase | null = null,
  remedy: Remedy = 'none',
): ProblemWords {
  return { what, kept, todo, remedy };
}

/** Statuses that say more than their number. */
function statusWords(status: number): ProblemWords {
  const values = [String(status)];
  if (status === 401 || status === 403)
    return words({ key: 'problemRefused', values }, { key: 'todoOpenSite' }, articlesKept, 'open-site');
  if (status === 404)
    return words({ key: 'problemNotFound', values }, { key: 'todoMoved' }, articlesKept, 'open-site');
  if (status === 429)
    return words({ key: 'problemTooOften', values }, { key: 'todoWaits' }, articlesKept, 'retry');
  if (status >= 500)
    return words({ key: 'problemServer', values }, { key: 'todoWaits' }, articlesKept, 'retry');
  return words({ key: 'problemStatus', values }, { key: 'todoOpenSite' }, articlesKept, 'open-site');
}

const opmlReasons = {
  'not-opml': 'problemOpmlNot',
  'too-big': 'problemOpmlBig',
  'no-feeds': 'problemOpmlEmpty',
  entities: 'problemOpmlEntities',
} as const;

const notFeedReasons = {
  html: 'problemFeedHtml',
  login: 'problemFeedLogin',
  parked: 'problemFeedParked',
  empty: 'problemFeedEmpty',
  other: 'problemFeedOther',
} as const;

/** Pages that stand where a feed should be, with what is known of them. */
const pageReasons = {
  html: 'problemFeedHtmlAt',
  login: 'problemFeedLoginAt',
  parked: 'problemFeedParkedAt',
} as const;

function notFeedWords({ found, page }: Extract<Problem, { kind: 'not-a-feed' }>): Phrase {
  if (!page || found === 'empty' || found === 'other') return { key: notFeedReasons[found] };
  const { host, title } = page;
  return { key: pageReasons[found], values: [host, title || host] };
}

const table: Table = {
  'address-invalid': ({ address }) =>
    words({ key: 'problemAddress', values: [address] }, { key: 'todoAddress' }),
  'address-private': ({ host }) => words({ key: 'problemPrivate', values: [host] }, { key: 'todoPrivate' }),
  'permission-missing': ({ origins }) =>
    words(
      { key: 'problemPermission', values: [siteNames(origins)] },
      { key: 'todoGrant' },
      articlesKept,
      'grant',
    ),
  offline: () => words({ key: 'problemOffline' }, { key: 'todoOnline' }, articlesKept, 'retry'),
  timeout: ({ seconds }) =>
    words({ key: 'problemTimeout', values: [String(seconds)] }, { key: 'todoWaits' }, articlesKept, 'retry'),
  unreachable: ({ host }) =>
    words({ key: 'problemUnreachable', values: [host] }, { key: 'todoUnreachable' }, articlesKept, 'retry'),
  'host-silent': ({ host, days, checks }) =>
    words(
      { key: 'problemHostSilent', values: [host, String(days), String(checks)] },
      { key: 'todoHostSilent' },
      articlesKept,
      'retry',
    ),
  'http-status': ({ status }) => statusWords(status),
  gone: ({ host }) =>
    words({ key: 'problemGone', values: [host] }, { key: 'todoGone' }, articlesKept, 'unsubscribe'),
  'too-big': ({ limitBytes }) =>
    words(
      { key: 'problemBig', values: [String(Math.round(limitBytes / 1e6))] },
      null,
      articlesKept,
      'open-site',
    ),
  'not-a-feed': (problem) => words(notFeedWords(problem), { key: 'todoMoved' }, articlesKept, 'open-site'),
  'several-feeds': ({ candidates }) =>
    words({ key: 'problemSeveral', values: [String(candidates.length)] }, { key: 'todoChoose' }),
  'no-feed-found': ({ address }) => words({ key: 'problemNoFeed', values: [address] }, { key: 'todoNoFeed' }),
  'opml-found': ({ feeds }) =>
    words(
      { key: feeds === 1 ? 'problemOpmlFoundOne' : 'problemOpmlFoundOther', values: [String(feeds)] },
      { key: 'todoOpmlFound' },
    ),
  'already-subscribed': () => words({ key: 'problemAlready' }, null),
  'twin-subscribed': ({ by }) =>
    words({ key: by === 'address' ? 'problemTwin' : 'problemSameArticles' }, { key: 'todoTwin' }),
  'no-such-feed': () => words({ key: 'problemFeedGone' }, { key: 'todoReload' }),
  'no-such-entry': () => words({ key: 'problemEntryGone' }, { key: 'todoReload' }),
  'no-text-found': ({ host }) =>
    words({ key: 'problemNoText', values: [host] }, { key: 'todoOpenSite' }, articlesKept, 'open-site'),
  'no-such-folder': () => words({ key: 'problemFolderGone' }, { key: 'todoReload' }),
  'no-such-tag': () => words({ key: 'problemNoSuchTag' }, { key: 'todoReload' }),
  'tag-exists': () => words({ key: 'problemTagExists' }, { key: 'problemTagExistsTodo' }),
  'no-such-rule': () => words({ key: 'problemNoSuchRule' }, { key: 'todoReload' }),
  'rule-invalid': () => words({ key: 'problemRuleInvalid' }, { key: 'problemRuleInvalidTodo' }),
  'nothing-to-undo': () => words({ key: 'problemUndo' }, null),
  'opml-unreadable': ({ reason }) =>
    words({ key: opmlReasons[reason] }, { key: 'todoOpml' }, subscriptionsKept),
  'storage-full': () => words({ key: 'problemFull' }, { key: 'todoFull' }, articlesKept, 'retry'),
  'storage-failed': ({ detail }) =>
    words({ key: 'problemStorage', values: [detail] }, { key: 'todoRestart' }, subscriptionsKept, 'retry'),
  'input-invalid': ({ field }) => words({ key: 'problemInput', values: [field] }, { key: 'todoReload' }),
  'sender-refused': () => words({ key: 'problemSender' }, null),
  internal: ({ detail }) =>
    words({ key: 'problemInternal', values: [detail] }, { key: 'todoReport' }, articlesKept),
};

/** `*://example.org/*` -> "example.org"; the first three of many. */
function siteNames(origins: readonly string[]): string {
  const names = [
    ...new Set(origins.map((origin) => origin.replace(/^[^:]*:\/\/|\/.*$/g, '').replace(/^www\./, ''))),
  ];
  return names.slice(0, 3).join(', ') + (names.length > 3 ? ' …' : '');
}

/** Puts a Problem into words: what happened, what was kept, what to do. Total over the kinds of Problem. */
export function problemWords<K extends ProblemKind>(problem: Extract<Problem, { kind: K }>): ProblemWords {
  const choose: (problem: Extract<Problem, { kind: K }>) => ProblemWords = table[problem.kind as K];
  return choose(problem);
}
