import { useEffect } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { Icon } from '../shared/icon';
import { FileChooser } from './file-chooser';
import { RuleForm } from './rule-form';
import { RuleRow } from './rule-row';
import { edited, exportRules, followRules, importRules, newRule, rules } from './rules-state';

function begin(): void {
  edited.value = newRule;
}

function Exchange({ isEmpty }: { isEmpty: boolean }) {
  return (
    <div class="exchange">
      <button type="button" class="button primary" onClick={begin}>
        <Icon name="plus" />
        {t('addRule')}
      </button>
      <FileChooser
        label={t('importRules')}
        accept=".json,application/json"
        disabled={false}
        onChoose={([file]) => file && void importRules(file)}
      />
      {!isEmpty && (
        <button type="button" class="button" onClick={exportRules}>
          <Icon name="download" />
          {t('exportRules')}
        </button>
      )}
    </div>
  );
}

function RuleList() {
  const known = rules.value;
  if (known === null) return <div class="table-skeleton" aria-hidden="true" />;
  if (known.length === 0) return <p class="quiet">{t('noRules')}</p>;
  return (
    <>
      <ol class="rules">
        {known.map((rule, place) => (
          <RuleRow key={rule.id} rule={rule} place={place} />
        ))}
      </ol>
      {known.length > 1 && <p class="quiet arrange-hint">{t('ruleOrderHint')}</p>}
    </>
  );
}

/** What is done with articles when they arrive. */
export function RulesSection() {
  useEffect(followRules, []);
  const open = edited.value;
  return (
    <>
      <h1>{t('sectionRules')}</h1>
      <p class="lead">{t('rulesText')}</p>
      {open ? (
        <RuleForm key={'id' in open ? open.id : 'new'} rule={open} />
      ) : (
        <>
          <Exchange isEmpty={(rules.value ?? []).length === 0} />
          <RuleList />
        </>
      )}
    </>
  );
}
