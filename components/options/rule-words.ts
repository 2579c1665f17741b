import { type TextKey, t } from '../../utils/browser/text';
import type { Rule, RuleCondition, RuleField, RuleOperator, RuleVerb } from '../../utils/model/rule';
import type { RuleDraft } from '../../utils/rules/read-rules';
import { uiLanguage } from '../shared/locale';

export const fieldNames: Record<RuleField, TextKey> = {
  title: 'ruleFieldTitle',
  author: 'ruleFieldAuthor',
  body: 'ruleFieldBody',
  feed: 'ruleFieldFeed',
  tag: 'ruleFieldTag',
  link: 'ruleFieldLink',
};

export const operatorNames: Record<RuleOperator, TextKey> = {
  contains: 'ruleContains',
  equals: 'ruleEquals',
  matches: 'ruleMatches',
};

export const modeNames: Record<Rule['mode'], TextKey> = {
  all: 'ruleModeAll',
  any: 'ruleModeAny',
  none: 'ruleModeNone',
};

export const verbNames: Record<RuleVerb, TextKey> = {
  read: 'ruleVerbRead',
  star: 'ruleVerbStar',
  tag: 'ruleVerbTag',
  hide: 'ruleVerbHide',
  notify: 'ruleVerbNotify',
  highlight: 'ruleVerbHighlight',
  sound: 'ruleVerbSound',
  offline: 'ruleVerbOffline',
};

function conditionWords({ field, operator, text }: RuleCondition): string {
  return t('ruleCondition', [t(fieldNames[field]), t(operatorNames[operator]), text]);
}

function listed(words: string[], type: 'conjunction' | 'disjunction'): string {
  return new Intl.ListFormat(uiLanguage(), { type }).format(words);
}

/** When a rule is carried out: "title contains “x” or author is “y”". */
export function whenWords({ mode, conditions }: RuleDraft): string {
  const words = listed(conditions.map(conditionWords), mode === 'all' ? 'conjunction' : 'disjunction');
  return mode === 'none' ? t('ruleWhenNot', [words]) : t('ruleWhen', [words]);
}

/** What a rule does: "mark as read and tag “z”". */
export function doesWords({ actions }: RuleDraft): string {
  const words = actions.map(({ verb, tag }) =>
    verb === 'tag' ? t('ruleTagNamed', [tag]) : t(verbNames[verb]),
  );
  return listed([...new Set(words)], 'conjunction');
}
