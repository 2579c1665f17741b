import type { Rule, RuleVerb } from '../model/rule';
import { compileRule } from './match';
import type { RuleSubject } from './subject';

/** What the rules want done with one article. */
export interface Effects {
  verbs: ReadonlySet<RuleVerb>;
  /** Names of tags, each once. */
  tags: readonly string[];
}

/**
 * Asks the rules that are on, in their order, about an article: all that fit count. What one of them tags, those after it
 * see as tagged. The function is made once for many articles.
 */
export function compileRules(rules: readonly Rule[]): (subject: RuleSubject) => Effects {
  const asked = rules
    .filter(({ enabled }) => enabled)
    .toSorted((a, b) => a.position - b.position || a.id - b.id)
    .map((rule) => ({ actions: rule.actions, fits: compileRule(rule) }));
  return (article) => {
    const verbs = new Set<RuleVerb>();
    const tags = new Set<string>();
    let subject = article;
    for (const { actions, fits } of asked) {
      if (!fits(subject)) continue;
      for (const { verb, tag } of actions) {
        verbs.add(verb);
        if (verb !== 'tag' || tags.has(tag)) continue;
        tags.add(tag);
        subject = subject.withTag(tag);
      }
    }
    return { verbs, tags: [...tags] };
  };
}
