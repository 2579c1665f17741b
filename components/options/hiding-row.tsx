import { t } from '../../utils/browser/text';
import { Finds } from '../shared/hiding-finds';
import type { Find } from '../shared/hiding-samples';
import { IconButton } from '../shared/icon-button';

interface Props {
  /** What it is called: its words, or a selector. */
  name: string;
  kind: string;
  isCode?: boolean;
  on: boolean;
  isDisabled?: boolean;
  onSwitch: (on: boolean) => void;
  onRemove?: () => void;
  /** null while they are looked for. */
  finds: readonly Find[] | null;
  of: number;
}

/** Something that is hidden in a feed's articles, with where, and a switch. */
export function HidingRow({ name, kind, isCode, on, isDisabled, onSwitch, onRemove, finds, of }: Props) {
  return (
    <li class={on ? 'hiding' : 'hiding off'}>
      <input
        type="checkbox"
        checked={on}
        disabled={isDisabled}
        aria-label={t('hidingSwitch', [name])}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <div>
        {kind && <span class="hiding-kind">{kind}</span>}
        {isCode ? <code>{name}</code> : <p dir="auto">{name}</p>}
        {finds ? <Finds finds={finds} of={of} /> : <p class="quiet">{t('hidesTrying')}</p>}
      </div>
      {onRemove && <IconButton icon="trash" label={t('hidingRemove', [name])} onClick={onRemove} />}
    </li>
  );
}
