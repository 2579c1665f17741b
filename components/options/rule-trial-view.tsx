import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { type RuleDraft, readRule } from '../../utils/rules/read-rules';
import { feedFace } from '../shared/feeds-state';
import { countWords, formatNumber } from '../shared/locale';
import { applyRule, canApply } from './rule-applying';
import { type Trial, tryRule } from './rule-trial';

/** Typing rests for so long before a rule is tried (ms). */
const restMs = 300;
const mostShown = 8;

const idsOf = (entries: readonly Entry[]) => entries.map(({ id }) => id);

function Fitting({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul class="rule-fitting">
      {entries.slice(0, mostShown).map((entry) => (
        <li key={entry.id}>
          <span dir="auto">{entry.title || t('untitled')}</span>
          <span class="quiet" dir="auto">
            {feedFace(entry.feedId).name}
          </span>
        </li>
      ))}
      {entries.length > mostShown && (
        <li class="quiet">{t('ruleMore', [formatNumber(entries.length - mostShown)])}</li>
      )}
    </ul>
  );
}

/** Which of the articles that are there the rule fits, while it is written. */
export function RuleTrial({ draft }: { draft: RuleDraft }) {
  const [trial, setTrial] = useState<Trial | null>(null);
  const rule = readRule(draft);
  const asked = JSON.stringify(rule && [rule.mode, rule.conditions]);
  useEffect(() => {
    let isOver = false;
    setTrial(null);
    const wanted = readRule(draft);
    const timer = setTimeout(() => wanted && void tryRule(wanted, setTrial, () => isOver), restMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [asked]);
  const count = trial?.fitting.length ?? 0;
  return (
    <section class="rule-trial" aria-labelledby="rule-trial-title">
      <h2 id="rule-trial-title">{t('ruleTry')}</h2>
      <p role="status">
        {rule === null && t('ruleIncomplete')}
        {rule !== null && trial === null && t('ruleTrying')}
        {trial && t('ruleTried', [formatNumber(count), formatNumber(trial.tried)])}
      </p>
      {trial && count > 0 && <Fitting entries={trial.fitting} />}
      {rule && trial?.isDone && count > 0 && canApply(rule) && (
        <button type="button" class="button small" onClick={() => void applyRule(rule, idsOf(trial.fitting))}>
          {countWords('ruleApply', count)}
        </button>
      )}
    </section>
  );
}
