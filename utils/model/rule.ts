/** What of an article a condition looks at. */
export const ruleFields = ['title', 'author', 'body', 'feed', 'tag', 'link'] as const;
export type RuleField = (typeof ruleFields)[number];

export const ruleOperators = ['contains', 'equals', 'matches'] as const;
/** `matches` takes a regular expression: see utils/rules/pattern.ts for which. */
export type RuleOperator = (typeof ruleOperators)[number];

export interface RuleCondition {
  field: RuleField;
  operator: RuleOperator;
  text: string;
}

export const ruleVerbs = ['read', 'star', 'tag', 'hide', 'notify', 'highlight', 'sound', 'offline'] as const;
export type RuleVerb = (typeof ruleVerbs)[number];

export interface RuleAction {
  verb: RuleVerb;
  /** The tag's name, for `tag`; '' for all others. */
  tag: string;
}

export const ruleModes = ['all', 'any', 'none'] as const;

/** What is done with an article when it arrives. */
export interface Rule {
  id: number;
  title: string;
  enabled: boolean;
  /** How many of the conditions must hold. */
  mode: (typeof ruleModes)[number];
  conditions: readonly RuleCondition[];
  actions: readonly RuleAction[];
  /** Place among the others, ascending: rules are asked in this order, and all that fit are carried out. */
  position: number;
}

/** Limits of one rule, and of all. */
export const ruleLimits = { rules: 500, conditions: 50, actions: 20, text: 1000, title: 200 } as const;
