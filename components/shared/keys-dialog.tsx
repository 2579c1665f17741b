import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { bindings } from './bindings';
import { Icon } from './icon';
import { commandNames, keyName } from './key-names';

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <dd>
      {keys.map((key, at) => (
        <Fragment key={key}>
          {/* heard as several, too */}
          {at > 0 && ' '}
          <kbd>{keyName(key)}</kbd>
        </Fragment>
      ))}
    </dd>
  );
}

/** All keys in one look. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // not its only button, far below: the arrows move what is read
    dialog.current?.focus();
  }, []);
  return (
    <dialog ref={dialog} class="keys-dialog" tabIndex={-1} aria-labelledby="keys-title" onClose={onClose}>
      <div class="keys-head">
        <h2 id="keys-title">{t('keyHelp')}</h2>
        <form method="dialog">
          <button type="submit" class="icon-button" aria-label={t('close')} title={t('close')}>
            <Icon name="close" />
          </button>
        </form>
      </div>
      <dl>
        {bindings.value.map(({ keys, command }) => (
          <div key={command}>
            <dt>{t(commandNames[command])}</dt>
            <Keys keys={keys} />
          </div>
        ))}
      </dl>
    </dialog>
  );
}
