import { type TextKey, t } from '../../utils/browser/text';
import {
  type RuleAction,
  type RuleCondition,
  ruleFields,
  ruleLimits,
  ruleOperators,
  ruleVerbs,
} from '../../utils/model/rule';
import { maxTagTitle } from '../../utils/model/tag';
import { textProblem } from '../../utils/rules/read-rules';
import { Icon } from '../shared/icon';
import { IconButton } from '../shared/icon-button';
import { formatNumber } from '../shared/locale';
import { fieldNames, operatorNames, verbNames } from './rule-words';

interface PickProps<T extends string> {
  label: string;
  value: T;
  options: readonly T[];
  names: Record<T, TextKey>;
  onPick: (value: T) => void;
}

/** One of a few, by name. */
export function Pick<T extends string>({ label, value, options, names, onPick }: PickProps<T>) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => {
        const picked = options.find((one) => one === event.currentTarget.value);
        if (picked) onPick(picked);
      }}
    >
      {options.map((one) => (
        <option key={one} value={one}>
          {t(names[one])}
        </option>
      ))}
    </select>
  );
}

const problemKeys = {
  syntax: 'patternSyntax',
  unsupported: 'patternUnsupported',
  'too-big': 'patternTooBig',
} as const;

interface PartProps<T> {
  part: T;
  onChange: (part: T) => void;
  /** Its place among the others, from 1. */
  place: number;
  /** Absent for the last one, which stays. */
  onRemove?: (() => void) | undefined;
}

function RemovePart({ label, onRemove }: { label: string; onRemove?: (() => void) | undefined }) {
  if (!onRemove) return <span />;
  return <IconButton icon="close" label={label} onClick={onRemove} />;
}

export function ConditionLine({ part, place, onChange, onRemove }: PartProps<RuleCondition>) {
  const problem = textProblem(part);
  const known = part.field === 'feed' ? 'rule-feeds' : part.field === 'tag' ? 'rule-tags' : undefined;
  return (
    <li class="rule-line">
      <Pick
        label={t('ruleField')}
        value={part.field}
        options={ruleFields}
        names={fieldNames}
        onPick={(field) => onChange({ ...part, field })}
      />
      <Pick
        label={t('ruleOperator')}
        value={part.operator}
        options={ruleOperators}
        names={operatorNames}
        onPick={(operator) => onChange({ ...part, operator })}
      />
      <input
        type="text"
        dir="auto"
        aria-label={t('ruleText')}
        value={part.text}
        maxLength={ruleLimits.text}
        list={known}
        spellcheck={part.operator !== 'matches'}
        aria-invalid={problem !== null && problem !== 'empty'}
        onInput={(event) => onChange({ ...part, text: event.currentTarget.value })}
      />
      <RemovePart label={t('removeCondition', [formatNumber(place)])} onRemove={onRemove} />
      {problem && problem !== 'empty' && <p class="rule-problem">{t(problemKeys[problem])}</p>}
    </li>
  );
}

export function ActionLine({ part, place, onChange, onRemove }: PartProps<RuleAction>) {
  return (
    <li class="rule-line">
      <Pick
        label={t('ruleAction')}
        value={part.verb}
        options={ruleVerbs}
        names={verbNames}
        onPick={(verb) => onChange({ verb, tag: verb === 'tag' ? part.tag : '' })}
      />
      {part.verb === 'tag' && (
        <input
          type="text"
          dir="auto"
          aria-label={t('newTag')}
          placeholder={t('newTag')}
          value={part.tag}
          maxLength={maxTagTitle}
          list="rule-tags"
          onInput={(event) => onChange({ ...part, tag: event.currentTarget.value })}
        />
      )}
      <RemovePart label={t('removeAction', [formatNumber(place)])} onRemove={onRemove} />
    </li>
  );
}

interface LinesProps<T> {
  parts: readonly T[];
  most: number;
  add: { label: string; part: T };
  Line: (props: PartProps<T>) => preact.JSX.Element;
  onChange: (parts: T[]) => void;
}

/** Conditions or actions: a line for each, and the way to one more. */
export function Lines<T>({ parts, most, add, Line, onChange }: LinesProps<T>) {
  return (
    <>
      <ul>
        {parts.map((part, at) => (
          <Line
            key={`${parts.length} ${at}`}
            part={part}
            place={at + 1}
            onChange={(next) => onChange(parts.with(at, next) as T[])}
            onRemove={parts.length > 1 ? () => onChange(parts.toSpliced(at, 1)) : undefined}
          />
        ))}
      </ul>
      {parts.length < most && (
        <button type="button" class="link-button add-line" onClick={() => onChange([...parts, add.part])}>
          <Icon name="plus" />
          {add.label}
        </button>
      )}
    </>
  );
}
