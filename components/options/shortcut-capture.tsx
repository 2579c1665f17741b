import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { pressedShortcut } from './pressed-shortcut';

/** Waits for a shortcut of the browser: gives it as browsers spell it, '' for none, null where all stays as it is. */
export function ShortcutCapture({ onShortcut }: { onShortcut: (shortcut: string | null) => void }) {
  const place = useRef<HTMLButtonElement>(null);
  useEffect(() => place.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const shortcut = pressedShortcut(event);
    if (event.key === 'Escape') onShortcut(null);
    else if (event.key === 'Backspace') onShortcut('');
    else if (shortcut) onShortcut(shortcut);
  };
  return (
    <button
      ref={place}
      type="button"
      class="key-capture"
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.preventDefault()}
      onBlur={() => onShortcut(null)}
    >
      {t('browserKeysPress')}
    </button>
  );
}
