import { t } from '../../utils/browser/text';
import type { Rule } from '../../utils/model/rule';
import { Icon } from '../shared/icon';
import { IconButton } from '../shared/icon-button';
import { doesWords, whenWords } from './rule-words';
import { edited, moveRule, removeRule, turnRule } from './rules-state';

/** The rule under the pointer that is being dragged. */
let dragged: Rule | null = null;

/** One rule in words, with its place among the others. */
export function RuleRow({ rule, place }: { rule: Rule; place: number }) {
  const name = rule.title || whenWords(rule);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    void moveRule(rule, event.key === 'ArrowUp' ? place - 1 : place + 1);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    if (dragged && dragged.id !== rule.id) void moveRule(dragged, place);
    dragged = null;
  };
  return (
    <li
      class={rule.enabled ? 'rule' : 'rule off'}
      data-rule={rule.id}
      draggable
      onKeyDown={onKeyDown}
      onDragStart={() => {
        dragged = rule;
      }}
      onDragEnd={() => {
        dragged = null;
      }}
      onDragOver={(event) => dragged && event.preventDefault()}
      onDrop={onDrop}
    >
      <span class="grip">
        <Icon name="grip" />
      </span>
      <input
        type="checkbox"
        checked={rule.enabled}
        aria-label={t('ruleEnabled', [name])}
        onChange={() => void turnRule(rule, !rule.enabled)}
      />
      <div class="rule-words">
        {rule.title && <strong dir="auto">{rule.title}</strong>}
        <span dir="auto">{whenWords(rule)}</span>
        <span dir="auto" class="rule-does">
          {doesWords(rule)}
        </span>
      </div>
      <IconButton
        icon="edit"
        label={t('editRule', [name])}
        onClick={() => {
          edited.value = rule;
        }}
      />
      <IconButton icon="trash" label={t('removeRule', [name])} onClick={() => void removeRule(rule)} />
    </li>
  );
}
