import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { feedName } from '../../utils/model/feed';
import { type Rule, ruleLimits, ruleModes } from '../../utils/model/rule';
import { type RuleDraft, readRule } from '../../utils/rules/read-rules';
import { feeds } from '../shared/feeds-state';
import { tags } from '../shared/tags-state';
import { ActionLine, ConditionLine, Lines, Pick } from './rule-lines';
import { RuleTrial } from './rule-trial-view';
import { modeNames } from './rule-words';
import { edited, saveRule } from './rules-state';

function Suggestions() {
  return (
    <>
      <datalist id="rule-feeds">
        {feeds.value.map((feed) => (
          <option key={feed.id} value={feedName(feed)} />
        ))}
      </datalist>
      <datalist id="rule-tags">
        {tags.value.map((tag) => (
          <option key={tag.id} value={tag.title} />
        ))}
      </datalist>
    </>
  );
}

interface PartProps {
  draft: RuleDraft;
  onChange: (part: Partial<RuleDraft>) => void;
}

function Conditions({ draft, onChange }: PartProps) {
  return (
    <fieldset>
      <legend>{t('ruleIf')}</legend>
      <Pick
        label={t('ruleMode')}
        value={draft.mode}
        options={ruleModes}
        names={modeNames}
        onPick={(mode) => onChange({ mode })}
      />
      <Lines
        parts={draft.conditions}
        most={ruleLimits.conditions}
        add={{ label: t('addCondition'), part: { field: 'title', operator: 'contains', text: '' } }}
        Line={ConditionLine}
        onChange={(conditions) => onChange({ conditions })}
      />
    </fieldset>
  );
}

function Actions({ draft, onChange }: PartProps) {
  return (
    <fieldset>
      <legend>{t('ruleThen')}</legend>
      <Lines
        parts={draft.actions}
        most={ruleLimits.actions}
        add={{ label: t('addAction'), part: { verb: 'star', tag: '' } }}
        Line={ActionLine}
        onChange={(actions) => onChange({ actions })}
      />
    </fieldset>
  );
}

function close(): void {
  edited.value = null;
}

/** A rule while it is written. */
export function RuleForm({ rule }: { rule: Rule | RuleDraft }) {
  const [draft, setDraft] = useState<Rule | RuleDraft>(rule);
  const change = (part: Partial<RuleDraft>) => setDraft({ ...draft, ...part });
  const isReady = readRule(draft) !== null;
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (isReady && (await saveRule(draft))) close();
  };
  return (
    <form class="rule-form" onSubmit={(event) => void onSubmit(event)}>
      <label class="rule-title">
        {t('ruleTitle')}
        <input
          type="text"
          dir="auto"
          value={draft.title}
          maxLength={ruleLimits.title}
          onInput={(event) => change({ title: event.currentTarget.value })}
        />
      </label>
      <Conditions draft={draft} onChange={change} />
      <Actions draft={draft} onChange={change} />
      <Suggestions />
      <RuleTrial draft={draft} />
      <div class="node-actions">
        <span class="space" />
        <button type="button" class="button" onClick={close}>
          {t('cancel')}
        </button>
        <button type="submit" class="button primary" aria-disabled={!isReady}>
          {t('save')}
        </button>
      </div>
    </form>
  );
}
