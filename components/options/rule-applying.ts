import { t } from '../../utils/browser/text';
import { getEntries } from '../../utils/db/entry-lists';
import type { Entry } from '../../utils/model/entry';
import type { Rule } from '../../utils/model/rule';
import { tagKey } from '../../utils/model/tag';
import { countWords } from '../shared/locale';
import { perform } from '../shared/perform';
import { tagTitles } from '../shared/tags-state';
import { toast } from '../shared/toasts';

/** What is done to some of the articles; gives what takes it back, or null where it could not be done. */
interface Step {
  entryIds: number[];
  run: (entryIds: number[]) => Promise<Undo | null>;
}
type Undo = () => Promise<unknown>;

async function read(entryIds: number[]): Promise<Undo | null> {
  const done = await perform('markRead', { entryIds, read: true });
  return done && (() => perform('markRead', { entryIds, read: false }));
}

async function star(entryIds: number[]): Promise<Undo | null> {
  const done = await perform('star', { entryIds, starred: true });
  return done && (() => perform('star', { entryIds, starred: false }));
}

async function putTag(entryIds: number[], tag: string): Promise<Undo | null> {
  const done = await perform('tagEntries', { entryIds, add: [tag] });
  return done && (() => perform('tagEntries', { entryIds, remove: done.tagIds }));
}

function hasTag({ tags = [] }: Entry, title: string): boolean {
  return tags.some((id) => tagKey(tagTitles.value.get(id) ?? '') === tagKey(title));
}

/** Only articles that it changes: undoing must leave what the reader had marked herself. */
function stepsOf({ actions }: Pick<Rule, 'actions'>, entries: readonly Entry[]): Step[] {
  const idsOf = (changes: (entry: Entry) => boolean) => entries.filter(changes).map(({ id }) => id);
  const steps = actions.flatMap(({ verb, tag }): Step[] => {
    if (verb === 'read') return [{ entryIds: idsOf((entry) => entry.read === 0), run: read }];
    if (verb === 'star') return [{ entryIds: idsOf((entry) => entry.starred === 0), run: star }];
    if (verb !== 'tag') return [];
    return [{ entryIds: idsOf((entry) => !hasTag(entry, tag)), run: (ids) => putTag(ids, tag) }];
  });
  return steps.filter(({ entryIds }) => entryIds.length > 0);
}

/** Whether a rule does anything that can be done to articles that are there. */
export function canApply({ actions }: Pick<Rule, 'actions'>): boolean {
  return actions.some(({ verb }) => verb === 'read' || verb === 'star' || verb === 'tag');
}

/** Does to articles that are there what the rule would do to them on arrival, as far as it can be done later. */
export async function applyRule(rule: Pick<Rule, 'actions'>, entryIds: readonly number[]): Promise<void> {
  const undoes: Undo[] = [];
  const changed = new Set<number>();
  for (const step of stepsOf(rule, await getEntries(entryIds))) {
    const undo = await step.run(step.entryIds);
    // why it was not done has been said
    if (!undo) return;
    undoes.push(undo);
    for (const id of step.entryIds) changed.add(id);
  }
  const words = countWords('ruleApplied', changed.size);
  if (undoes.length === 0) return toast(words);
  const run = () => void undoes.reduceRight((before, undo) => before.then(undo), Promise.resolve<unknown>(0));
  toast(words, { action: { label: t('undo'), run } });
}
