import type { Rule, RuleCondition } from '../model/rule';
import { fold } from './fold';
import { compilePattern } from './pattern';
import type { RuleSubject } from './subject';

type Fits = (subject: RuleSubject) => boolean;

/** A condition that is asked of articles. A regular expression that cannot be used fits none. */
function compileCondition({ field, operator, text }: RuleCondition): Fits {
  if (operator === 'matches') {
    const pattern = compilePattern(text);
    return (subject) => pattern.ok && subject.plain(field).some(pattern.test);
  }
  const wanted = fold(text.trim());
  if (operator === 'equals')
    return (subject) => subject.folded(field).some((value) => value.trim() === wanted);
  return (subject) => subject.folded(field).some((value) => value.includes(wanted));
}

/** Whether an article fits the rule. Made once for many articles. */
export function compileRule({ mode, conditions }: Pick<Rule, 'mode' | 'conditions'>): Fits {
  const all = conditions.map(compileCondition);
  if (mode === 'all') return (subject) => all.length > 0 && all.every((fits) => fits(subject));
  if (mode === 'any') return (subject) => all.some((fits) => fits(subject));
  return (subject) => all.length > 0 && !all.some((fits) => fits(subject));
}
