import { type TextKey, t } from '../../utils/browser/text';
import type { Retention } from '../../utils/model/retention';
import { formatNumber } from '../shared/locale';

type Value = Retention[keyof Retention];

interface Rule {
  name: Exclude<keyof Retention, 'keptRows'>;
  label: TextKey;
  choices: readonly { value: Value; words: () => string }[];
}

const days: Rule['choices'] = [
  { value: 30, words: () => t('keep30') },
  { value: 90, words: () => t('keep90') },
  { value: 365, words: () => t('keepYear') },
  { value: null, words: () => t('keepAlways') },
];
const most: Rule['choices'] = [
  ...[100, 500, 1000, 5000].map((value) => ({ value, words: () => formatNumber(value) })),
  { value: null, words: () => t('keepMostNone') },
];
const kept: Rule['choices'] = [
  { value: true, words: () => t('keepYes') },
  { value: false, words: () => t('keepNo') },
];

const rules: readonly Rule[] = [
  { name: 'bodyDays', label: 'keepBodies', choices: days },
  { name: 'rowDays', label: 'keepRead', choices: days },
  { name: 'maxRows', label: 'keepMost', choices: most },
  { name: 'keepUnread', label: 'keepUnread', choices: kept },
  { name: 'keepStarred', label: 'keepStarred', choices: kept },
];

/** A value that none of the choices has came with a backup: it is shown as it is. */
function wordsFor({ choices }: Rule, value: Value): string {
  return choices.find((choice) => choice.value === value)?.words() ?? String(value);
}

interface Props {
  /** What holds, where the reader chose nothing here. */
  base: Retention;
  /** What the reader chose here. */
  own: Partial<Retention>;
  /** Whether a rule may be left to `base`. */
  inherits: boolean;
  onChange: (own: Partial<Retention>) => void;
}

function RuleChoice({ rule, base, own, inherits, onChange }: Props & { rule: Rule }) {
  const { name, label } = rule;
  const id = `keep-${name}`;
  const isOwn = own[name] !== undefined;
  const value = isOwn ? own[name] : base[name];
  const known = rule.choices.some((choice) => choice.value === value);
  const choose = (chosen: string) => {
    const { [name]: _, ...rest } = own;
    onChange(chosen === '' ? rest : { ...rest, [name]: JSON.parse(chosen) });
  };
  return (
    <div class="rule-choice">
      <label for={id}>{t(label)}</label>
      <select
        id={id}
        value={inherits && !isOwn ? '' : JSON.stringify(value)}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {inherits && <option value="">{t('keepInherit', [wordsFor(rule, base[name])])}</option>}
        {!known && <option value={JSON.stringify(value)}>{wordsFor(rule, value ?? null)}</option>}
        {rule.choices.map((choice) => (
          <option key={String(choice.value)} value={JSON.stringify(choice.value)}>
            {choice.words()}
          </option>
        ))}
      </select>
    </div>
  );
}

/** How long articles stay and how many: one choice a rule, for all feeds or for one that differs. */
export function RetentionRules(props: Props) {
  return (
    <div class="retention-rules">
      {rules.map((rule) => (
        <RuleChoice key={rule.name} rule={rule} {...props} />
      ))}
    </div>
  );
}
