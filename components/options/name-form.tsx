import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/text';

interface Props {
  name: string;
  /** Shown while there is no name. */
  placeholder?: string;
  onSave: (name: string) => void;
  onCancel: () => void;
}

/** A name to change in its place; Escape leaves it as it was. */
export function NameForm({ name, placeholder, onSave, onCancel }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    onSave(input.current?.value.trim() ?? name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // an input method's own Escape takes back what it offers, not the name
    if (event.key === 'Escape' && !event.isComposing) onCancel();
  };
  return (
    <form class="name-form" onSubmit={onSubmit}>
      <input
        ref={input}
        type="text"
        aria-label={placeholder ?? t('name')}
        placeholder={placeholder}
        defaultValue={name}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="button small primary">
        {t('save')}
      </button>
      <button type="button" class="button small" onClick={onCancel}>
        {t('cancel')}
      </button>
    </form>
  );
}
