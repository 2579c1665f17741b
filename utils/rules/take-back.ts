import type { Rule } from '../model/rule';

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** As the rule was before, but for what was changed of it after that once more. */
function fieldsBack(before: Rule, after: Rule, now: Rule): Rule {
  const pick = <Name extends keyof Rule>(name: Name): Rule[Name] =>
    isSame(now[name], after[name]) ? before[name] : now[name];
  return {
    ...now,
    title: pick('title'),
    enabled: pick('enabled'),
    mode: pick('mode'),
    conditions: pick('conditions'),
    actions: pick('actions'),
  };
}

/** The others of `all` put among `rules`, each behind the one that it stands behind there. */
function withOthers(rules: readonly Rule[], all: readonly Rule[]): Rule[] {
  const known = new Set(rules.map(({ id }) => id));
  const order = [...rules];
  all.forEach((rule, at) => {
    if (known.has(rule.id)) return;
    const ahead = order.findIndex(({ id }) => id === all[at - 1]?.id);
    order.splice(ahead + 1, 0, rule);
  });
  return order;
}

const idsOf = (rules: readonly Rule[], among: ReadonlyMap<number, Rule>) =>
  rules.map(({ id }) => id).filter((id) => among.has(id));

const byId = (rules: readonly Rule[]) => new Map(rules.map((rule) => [rule.id, rule]));

/**
 * Rules without a change that made `after` of `before`: what was changed since, as `now` has it, stays. Those that the change
 * removed come back, those that it added go, and those that it moved stand where they stood.
 */
export function takeBackChange(
  before: readonly Rule[],
  after: readonly Rule[],
  now: readonly Rule[],
): Rule[] {
  const [was, became, is] = [byId(before), byId(after), byId(now)];
  const kept = now
    .filter(({ id }) => was.has(id) || !became.has(id))
    .map((rule) => {
      const [old, changed] = [was.get(rule.id), became.get(rule.id)];
      return old && changed ? fieldsBack(old, changed, rule) : rule;
    });
  // what somebody else removed since stays away
  const back = before.filter(({ id }) => is.has(id) || !became.has(id));
  const isMoved = !isSame(idsOf(before, became), idsOf(after, was));
  if (!isMoved) return withOthers(kept, back);
  const asKept = byId(kept);
  return withOthers(
    back.map((rule) => asKept.get(rule.id) ?? rule),
    kept,
  );
}
