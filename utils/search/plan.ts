import { listMarks } from '../model/tag';
import { toPlain } from './plain';
import type { NameFilter, Query, StateFilter, TimeFilter } from './query';
import { hasTerm, type Term } from './term';

/** What names in a query may mean. */
export interface Surroundings {
  feeds: readonly { id: number; name: string; folderId: number | null }[];
  folders: readonly { id: number; title: string; parentId: number | null }[];
  tags: readonly { id: number; title: string }[];
}

/** A word or phrase that articles must have: in their text, or by coming from one of these feeds. */
export interface WantedTerm {
  term: Term;
  feedIds: ReadonlySet<number>;
}

/** Any of these tags or `listMarks`; with `not`, none of them. */
export interface WantedMark {
  marks: readonly number[];
  not: boolean;
}

/** A query whose names are resolved: what an article must be. */
export interface SearchPlan {
  wanted: WantedTerm[];
  unwanted: WantedTerm[];
  /** Only these feeds; null for all. */
  feedIds: ReadonlySet<number> | null;
  marks: WantedMark[];
  unread: boolean | null;
  starred: boolean | null;
  /** sortAt, ms: from `after` on, and earlier than `before`. */
  after: number;
  before: number;
  /** Nothing can be all of this at once. */
  impossible: boolean;
}

/** The plan that a query comes to among these feeds and folders. */
export function planSearch(query: Query, surroundings: Surroundings): SearchPlan {
  const namedBy = feedNames(surroundings);
  const words = query.words.map((term) => ({ term, feedIds: namedBy(term) }));
  const plan: SearchPlan = {
    wanted: words.filter(({ term }) => !term.not),
    unwanted: words.filter(({ term }) => term.not),
    feedIds: null,
    marks: [],
    unread: null,
    starred: null,
    after: Number.NEGATIVE_INFINITY,
    before: Number.POSITIVE_INFINITY,
    impossible: false,
  };
  for (const filter of query.filters) {
    if ('at' in filter) limit(plan, filter);
    else if (!('term' in filter)) demand(plan, filter);
    else if (filter.kind === 'tag') addMarks(plan, tagsNamed(surroundings, filter.term), filter.not);
    else narrow(plan, filter, surroundings, namedBy);
  }
  if (plan.after >= plan.before || plan.feedIds?.size === 0) plan.impossible = true;
  return plan;
}

type NamedBy = (term: Term) => Set<number>;

/** Finds feeds by their names, each made plain once however many words there are. */
function feedNames({ feeds }: Surroundings): NamedBy {
  const names = feeds.map(({ id, name }) => ({ id, plain: toPlain(name).text }));
  return (term) => new Set(names.filter(({ plain }) => hasTerm(term, plain)).map(({ id }) => id));
}

function limit(plan: SearchPlan, { kind, at }: TimeFilter): void {
  if (kind === 'after') plan.after = Math.max(plan.after, at);
  else plan.before = Math.min(plan.before, at);
}

function narrow(
  plan: SearchPlan,
  { kind, term, not }: NameFilter,
  surroundings: Surroundings,
  namedBy: NamedBy,
): void {
  const named = kind === 'feed' ? namedBy(term) : feedsInFolders(surroundings, term);
  const { feeds } = surroundings;
  const before = plan.feedIds;
  const kept = feeds.filter(({ id }) => named.has(id) !== not && (before?.has(id) ?? true));
  plan.feedIds = new Set(kept.map(({ id }) => id));
}

/** Feeds of folders of that name, and of folders below them. */
function feedsInFolders({ feeds, folders }: Surroundings, term: Term): Set<number> {
  const inside = new Set(
    folders.filter(({ title }) => hasTerm(term, toPlain(title).text)).map(({ id }) => id),
  );
  for (let size = -1; size !== inside.size; ) {
    size = inside.size;
    for (const { id, parentId } of folders) if (parentId !== null && inside.has(parentId)) inside.add(id);
  }
  return new Set(
    feeds.filter(({ folderId }) => folderId !== null && inside.has(folderId)).map(({ id }) => id),
  );
}

function tagsNamed({ tags }: Surroundings, term: Term): number[] {
  return tags.filter(({ title }) => hasTerm(term, toPlain(title).text)).map(({ id }) => id);
}

function addMarks(plan: SearchPlan, marks: number[], not: boolean): void {
  if (marks.length > 0) plan.marks.push({ marks, not });
  else if (!not) plan.impossible = true;
}

function demand(plan: SearchPlan, { kind, not }: StateFilter): void {
  if (kind !== 'unread' && kind !== 'starred') addMarks(plan, [listMarks[kind]], not);
  else {
    if (plan[kind] === not) plan.impossible = true;
    plan[kind] = !not;
  }
}
