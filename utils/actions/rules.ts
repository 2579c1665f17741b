import { type NewRule, replaceRules } from '../db/rules';
import type { Input, Output } from '../messages/protocol';
import { ProblemError } from '../model/problem';
import { readRule } from '../rules/read-rules';
import type { World } from './world';

/**
 * Puts these rules in the place of all that there were, in this order: every change of rules, and its undoing, is one.
 * Throws rule-invalid, and changes nothing, where one of them cannot be carried out.
 */
export async function setRules(world: World, { rules }: Input<'setRules'>): Promise<Output<'setRules'>> {
  await replaceRules(rules.map(ruleFrom));
  world.announce({ kind: 'rules' });
  return { rules: rules.length };
}

function ruleFrom(value: unknown, place: number): NewRule {
  const rule = readRule(value);
  if (!rule) throw new ProblemError({ kind: 'rule-invalid', field: `rules ${place}` });
  const id = new Map(Object.entries(value as object)).get('id');
  return Number.isSafeInteger(id) && id > 0 ? { ...rule, id } : rule;
}
