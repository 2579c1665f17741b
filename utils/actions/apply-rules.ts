import type { NewEntry } from '../db/new-rows';
import { currentRules } from '../db/rules';
import { needTags } from '../db/tags';
import { type Feed, feedName } from '../model/feed';
import { tagKey } from '../model/tag';
import { compileRules, type Effects } from '../rules/effects';
import { bodyLimit, RuleSubject } from '../rules/subject';
import { htmlToText } from '../text/html-text';

/**
 * New articles of a feed as the reader's rules make them. What a rule does is part of the row that is about to be stored,
 * so that it is done exactly once, with the article or not at all; what is to be told or fetched afterwards stands in the
 * outbox from the same transaction on. Of a feed's first document, and of what arrives as read, nothing is told.
 */
export async function withRules(feed: Feed, added: readonly NewEntry[]): Promise<NewEntry[]> {
  if (added.length === 0) return [];
  const rules = (await currentRules()).filter(({ enabled }) => enabled);
  if (rules.length === 0 && !feed.notify) return [...added];
  const ask = compileRules(rules);
  const asked = added.map((item) => ({ item, effects: ask(subjectOf(feed, item)) }));
  const tagIds = await needTags(asked.flatMap(({ effects }) => effects.tags));
  return asked.map(({ item, effects }) => {
    const tags = effects.tags.flatMap((title) => tagIds.get(tagKey(title)) ?? []);
    return withEffects(item, effects, tags, feed);
  });
}

function subjectOf(feed: Feed, { entry, body }: NewEntry): RuleSubject {
  const { title, author, link } = entry;
  return new RuleSubject({
    ...{ title, author, link },
    feed: [...new Set([feedName(feed), feed.title, ...feed.sources.map(({ url }) => url)])],
    tags: body.categories,
    body: () => htmlToText(body.html, bodyLimit),
  });
}

function withEffects(item: NewEntry, { verbs }: Effects, tags: number[], feed: Feed): NewEntry {
  const isHidden = verbs.has('hide');
  const isNews = item.entry.read === 0 && feed.lastSuccessAt !== null && !isHidden;
  const sound = isNews && verbs.has('sound');
  const notify = sound || (isNews && (verbs.has('notify') || (feed.notify === true && !verbs.has('read'))));
  const offline = verbs.has('offline');
  return {
    ...item,
    entry: {
      ...item.entry,
      ...((isHidden || verbs.has('read')) && { read: 1 }),
      ...(verbs.has('star') && { starred: 1 }),
      ...(isHidden && { hidden: 1 }),
      ...(verbs.has('highlight') && { highlight: 1 }),
      ...(tags.length > 0 && { tags }),
    },
    ...((notify || offline) && {
      announce: { notify: bit(notify), sound: bit(sound), offline: bit(offline) },
    }),
  };
}

function bit(is: boolean): 0 | 1 {
  return is ? 1 : 0;
}
