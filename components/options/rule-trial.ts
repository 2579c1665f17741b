import { getBody, listEntries } from '../../utils/db/entry-lists';
import type { Entry } from '../../utils/model/entry';
import { feedName } from '../../utils/model/feed';
import { compileRule } from '../../utils/rules/match';
import type { RuleDraft } from '../../utils/rules/read-rules';
import { bodyLimit, RuleSubject } from '../../utils/rules/subject';
import { htmlToText } from '../../utils/text/html-text';
import { feedsById } from '../shared/feeds-state';
import { tagTitles } from '../shared/tags-state';

/** So many of the newest articles are asked. */
export const mostTried = 1000;
/** Articles whose texts are read at a time. */
const pageSize = 50;

export interface Trial {
  tried: number;
  fitting: readonly Entry[];
  isDone: boolean;
}

async function subjectOf(entry: Entry, readsBody: boolean): Promise<RuleSubject> {
  const body = readsBody ? await getBody(entry.id) : undefined;
  const feed = feedsById.value.get(entry.feedId);
  const own = (entry.tags ?? []).flatMap((id) => tagTitles.value.get(id) ?? []);
  return new RuleSubject({
    ...{ title: entry.title, author: entry.author, link: entry.link },
    feed: feed ? [feedName(feed), feed.title, ...feed.sources.map(({ url }) => url)] : [],
    tags: [...own, ...(body?.categories ?? [])],
    body: () => htmlToText(body?.html ?? '', bodyLimit),
  });
}

/** Asks a rule about the newest articles there are, and tells of what fits so far after every page of them. */
export async function tryRule(
  rule: RuleDraft,
  tell: (trial: Trial) => void,
  isOver: () => boolean,
): Promise<void> {
  const fits = compileRule(rule);
  const readsBody = rule.conditions.some(({ field }) => field === 'body' || field === 'tag');
  const entries = await listEntries({ filter: 'all', limit: mostTried });
  const fitting: Entry[] = [];
  for (let at = 0; at < entries.length && !isOver(); at += pageSize) {
    const page = entries.slice(at, at + pageSize);
    const subjects = await Promise.all(page.map((entry) => subjectOf(entry, readsBody)));
    fitting.push(...page.filter((_, i) => subjects[i] && fits(subjects[i])));
    const tried = at + page.length;
    if (!isOver()) tell({ tried, fitting: [...fitting], isDone: tried === entries.length });
  }
  if (entries.length === 0) tell({ tried: 0, fitting, isDone: true });
}
