import { useState } from 'preact/hooks';
import { type TextKey, t } from '../../utils/browser/text';
import { readSelector } from '../../utils/clean/selector';
import { type HidingRule, hidingLimits, hidingWays } from '../../utils/model/hiding';
import { addRule } from '../shared/changing-hiding';
import { Choice } from '../shared/choice';
import { RuleFinds } from '../shared/hiding-finds';
import type { TriedArticle } from '../shared/hiding-samples';
import { wayWords } from '../shared/rule-offers';

const labels: Record<HidingRule['by'], TextKey> = {
  text: 'hidingWhatText',
  words: 'hidingWhatWords',
  selector: 'hidingWhatSelector',
};

/** No words: a selector is the same in all languages. */
const example = 'div.share > a[href*="feedx"]';

/** What is wrong with a selector, in words; null for one that can be read. */
function selectorProblem({ by, what }: HidingRule): string | null {
  const read = by === 'selector' ? readSelector(what) : [];
  if (!('reason' in read)) return null;
  const sign = [...what.slice(read.at)].slice(0, 12).join('');
  return read.reason === 'sign' ? t('selectorSign', [sign]) : t('selectorMissing');
}

interface Props {
  feedId: number;
  articles: readonly TriedArticle[] | null;
  onDone: () => void;
}

/** Writes a rule, with what it hides as it is written. */
export function HidingForm({ feedId, articles, onDone }: Props) {
  const [by, setBy] = useState<HidingRule['by']>('words');
  const [what, setWhat] = useState('');
  const rule: HidingRule = { by, what: what.trim() };
  const problem = rule.what === '' ? null : selectorProblem(rule);
  const canSave = rule.what !== '' && problem === null;
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (canSave && (await addRule(feedId, rule))) onDone();
  };
  return (
    <form class="hiding-form" onSubmit={(event) => void save(event)}>
      <Choice
        legend={t('hidingWays')}
        value={by}
        options={hidingWays.map((value) => ({ value, label: t(wayWords[value]) }))}
        onChoose={setBy}
      />
      <label>
        <span>{t(labels[by])}</span>
        <input
          type="text"
          value={what}
          maxLength={hidingLimits.length}
          dir={by === 'selector' ? 'ltr' : 'auto'}
          spellcheck={by !== 'selector'}
          aria-invalid={problem !== null}
          aria-describedby="hiding-problem"
          onInput={(event) => setWhat(event.currentTarget.value)}
        />
      </label>
      {by === 'selector' && (
        <p class="quiet">
          {t('selectorHelp')} <code>{example}</code>
        </p>
      )}
      <p id="hiding-problem" class="bad-text" role="alert">
        {problem}
      </p>
      {canSave && <RuleFinds articles={articles} rule={rule} />}
      <p class="pick-buttons">
        <button type="submit" class="button primary" aria-disabled={!canSave}>
          {t('hidingAdd')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}
