import { useComputed } from '@preact/signals';
import { t } from '../../utils/browser/text';
import { chosen } from './chosen';
import { Icon } from './icon';

/** In a row, while articles are being chosen: whether this one is. The list's one listener hears the click. */
export function RowChoice({ id, titleId }: { id: number; titleId: string }) {
  const state = useComputed(() => chosen.value?.has(id) ?? null);
  if (state.value === null) return null;
  return (
    <button
      type="button"
      class="row-choice"
      tabIndex={-1}
      aria-label={t('chooseRow')}
      aria-describedby={titleId}
      aria-pressed={state.value}
    >
      <Icon name="check" />
    </button>
  );
}
