import type { Rule } from '../model/rule';
import { type Renamed, tagKey } from '../model/tag';
import { openDatabase } from './open';
import type { Unstored, WriteTx } from './schema';
import { read, write } from './transaction';

/** A rule to store; with an id when it is one that was there. */
export type NewRule = Omit<Unstored<Rule>, 'position'>;

/** All rules, in the reader's order. */
export async function listRules(): Promise<Rule[]> {
  const rows = await read(['rules'], (tx) => tx.objectStore('rules').getAll());
  return rows.flatMap(asRule).sort((a, b) => a.position - b.position || a.id - b.id);
}

let known: { database: unknown; rules: Promise<Rule[]> } | null = null;

/** As `listRules`, in the one context that writes them: read again only after a change, not for each of a thousand feeds. */
export async function currentRules(): Promise<Rule[]> {
  const database = await openDatabase();
  if (known?.database !== database) {
    known = { database, rules: listRules() };
    known.rules.catch(forgetRules);
  }
  return known.rules;
}

/** Called in the transaction that changes them: whoever asks from then on waits for it. */
function forgetRules(): void {
  known = null;
}

/** Puts these in the place of all rules, in this order, or none. */
export function replaceRules(rules: readonly NewRule[]): Promise<void> {
  return write('reader', ['rules'], async (tx) => {
    forgetRules();
    await tx.objectStore('rules').clear();
    await Promise.all(
      rules.map(async (rule, position) => tx.objectStore('rules').put({ ...rule, position })),
    );
  });
}

/** Rules name their tags, so that they can be given away: they follow when a tag gets another name. Gives which did. */
export async function renameInRules(
  tx: WriteTx,
  from: string,
  to: string,
): Promise<Renamed<Rule['actions']>[]> {
  forgetRules();
  const store = tx.objectStore('rules');
  const key = tagKey(from);
  const isMeant = ({ tag }: { tag: string }) => tag !== '' && tagKey(tag) === key;
  const rules = (await store.getAll()).flatMap(asRule).filter(({ actions }) => actions.some(isMeant));
  return Promise.all(
    rules.map(async (rule) => {
      const actions = rule.actions.map((action) => (isMeant(action) ? { ...action, tag: to } : action));
      await store.put({ ...rule, actions });
      return { id: rule.id, before: rule.actions, after: actions };
    }),
  );
}

/** Gives rules back what another name took from them; those that were changed since stay as they are. */
export async function putBackActions(
  tx: WriteTx,
  renamed: readonly Renamed<Rule['actions']>[],
): Promise<void> {
  forgetRules();
  const store = tx.objectStore('rules');
  for (const { id, before, after } of renamed) {
    const rule = await store.get(id);
    const isStill = rule && JSON.stringify(rule.actions) === JSON.stringify(after);
    if (isStill) await store.put({ ...rule, actions: before });
  }
}

function asRule(value: Partial<Rule>): Rule[] {
  const { id, title, mode, conditions, actions, position, enabled } = value;
  if (typeof id !== 'number' || !mode || !Array.isArray(conditions) || !Array.isArray(actions)) return [];
  return [
    {
      id,
      title: title ?? '',
      mode,
      conditions,
      actions,
      position: position ?? 0,
      enabled: enabled !== false,
    },
  ];
}
