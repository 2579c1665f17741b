import {
  type Rule,
  type RuleAction,
  type RuleCondition,
  ruleFields,
  ruleLimits,
  ruleModes,
  ruleOperators,
  ruleVerbs,
} from '../model/rule';
import { tagTitle } from '../model/tag';
import { compilePattern } from './pattern';

/** A rule before the store has given it an id and a place. */
export type RuleDraft = Omit<Rule, 'id' | 'position'>;

/** The own properties of a plain object, and nothing that it inherits. */
function own(value: unknown): Map<string, unknown> {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
  return new Map(isPlain ? Object.entries(value) : []);
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | null {
  return known.find((one) => one === value) ?? null;
}

function list(value: unknown, most: number): unknown[] | null {
  return Array.isArray(value) && value.length > 0 && value.length <= most ? value : null;
}

/** What is wrong with a condition's text; null for nothing. */
export function textProblem({
  operator,
  text,
}: RuleCondition): 'empty' | 'syntax' | 'unsupported' | 'too-big' | null {
  if (text.trim() === '') return 'empty';
  if (text.length > ruleLimits.text) return 'too-big';
  if (operator !== 'matches') return null;
  const pattern = compilePattern(text);
  return pattern.ok ? null : pattern.reason;
}

function readCondition(value: unknown): RuleCondition | null {
  const given = own(value);
  const field = oneOf(ruleFields, given.get('field'));
  const operator = oneOf(ruleOperators, given.get('operator'));
  const text = given.get('text');
  if (!field || !operator || typeof text !== 'string') return null;
  const condition = { field, operator, text };
  return textProblem(condition) === null ? condition : null;
}

function readAction(value: unknown): RuleAction | null {
  const given = own(value);
  const verb = oneOf(ruleVerbs, given.get('verb'));
  const tag = given.get('tag');
  if (verb !== 'tag') return verb && { verb, tag: '' };
  const title = typeof tag === 'string' ? tagTitle(tag) : '';
  return title === '' ? null : { verb, tag: title };
}

/** All of them, or null where one is none. */
function whole<T>(values: unknown[] | null, read: (value: unknown) => T | null): T[] | null {
  const rows = values?.map(read);
  return rows?.every((row) => row !== null) ? rows : null;
}

/** The rule that `value` is, from wherever it came; null where a part of it is missing, unknown or beyond a limit. */
export function readRule(value: unknown): RuleDraft | null {
  const given = own(value);
  const mode = oneOf(ruleModes, given.get('mode'));
  const title = given.get('title');
  const conditions = whole(list(given.get('conditions'), ruleLimits.conditions), readCondition);
  const actions = whole(list(given.get('actions'), ruleLimits.actions), readAction);
  if (!mode || !conditions || !actions || typeof title !== 'string') return null;
  const enabled = given.get('enabled') !== false;
  return { title: title.trim().slice(0, ruleLimits.title), enabled, mode, conditions, actions };
}

const version = 1;

/** Rules as a file for another browser, or another reader. */
export function writeRules(rules: readonly Rule[]): string {
  const plain = rules.map(({ id: _, position: __, ...rule }) => rule);
  return `${JSON.stringify({ broadsheet: 'rules', version, rules: plain }, null, 2)}\n`;
}

/** Characters of such a file. */
export const rulesFileLimit = 2_000_000;

/** The rules of a file, in its order, and how many of them were none; null for what is no such file, or `newer`. */
export function readRulesFile(text: string): { rules: RuleDraft[]; refused: number } | 'newer' | null {
  if (text.length > rulesFileLimit) return null;
  let file: Map<string, unknown>;
  try {
    file = own(JSON.parse(text));
  } catch {
    return null;
  }
  const [given, written] = [file.get('rules'), file.get('version')];
  if (file.get('broadsheet') !== 'rules') return null;
  if (typeof written === 'number' && written > version) return 'newer';
  if (written !== version || !Array.isArray(given)) return null;
  const rules = given
    .slice(0, ruleLimits.rules)
    .map(readRule)
    .filter((rule) => rule !== null);
  return { rules, refused: given.length - rules.length };
}
