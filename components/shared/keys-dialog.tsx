import { useEffect, useRef } from 'preact/hooks';
import { type TextKey, t } from '../../utils/browser/text';
import { type Command, keymap } from './keymap';

const names: Record<Command, TextKey> = {
  openNext: 'keyOpenNext',
  openPrevious: 'keyOpenPrevious',
  selectNext: 'keySelectNext',
  selectPrevious: 'keySelectPrevious',
  open: 'keyOpen',
  original: 'openOriginal',
  toggleRead: 'keyToggleRead',
  toggleStar: 'star',
  markAll: 'markAllRead',
  refresh: 'refresh',
  showUnread: 'viewUnread',
  showAll: 'viewAll',
  showStarred: 'viewStarred',
  back: 'back',
  help: 'keyHelp',
};

const symbols: Record<string, string> = { A: 'Shift A', ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <dd>
      {keys.map((key) => (
        <kbd key={key}>{symbols[key] ?? key}</kbd>
      ))}
    </dd>
  );
}

/** All keys in one look. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys-dialog" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{t('keyHelp')}</h2>
      <dl>
        {keymap.map(({ keys, command }) => (
          <div key={command}>
            <dt>{t(names[command])}</dt>
            <Keys keys={keys} />
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" class="button">
          {t('close')}
        </button>
      </form>
    </dialog>
  );
}
