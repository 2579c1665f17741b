import { Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { bindings } from '../shared/bindings';
import { commandNames, keyName } from '../shared/key-names';
import { type Binding, type Command, conflicts, isPrefix, usualKeys } from '../shared/keymap';
import { changeSettings, settings } from '../shared/settings-state';
import { toast } from '../shared/toasts';
import { BrowserKeys } from './browser-keys';
import { useFocusBack } from './use-focus-back';

/** Given alone they only change other keys. */
const modifiers = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'Dead',
  'Process',
  'Tab',
]);

function setKeys(command: Command, keys: readonly string[]): void {
  changeSettings({ keys: { ...settings.value.keys, [command]: keys } });
}

function setUsual(command: Command): void {
  const { [command]: _, ...others } = settings.value.keys;
  changeSettings({ keys: others });
}

function setAllUsual(): void {
  const before = settings.value.keys;
  changeSettings({ keys: {} });
  toast(t('keysReset'), { action: { label: t('undo'), run: () => changeSettings({ keys: before }) } });
}

function wordsOf(keys: readonly string[]): string {
  if (keys.length === 0) return t('keysNone');
  const spoken = keys.map((key) => (key === ' ' ? keyName(key) : key.split(' ').map(keyName).join(' ')));
  return spoken.join(', ');
}

/** Takes one key, or two of which the first opens a sequence already; null where the reader thinks better of it. */
function KeyCapture({ onKeys }: { onKeys: (keys: readonly string[] | null) => void }) {
  const place = useRef<HTMLButtonElement>(null);
  const prefix = useRef('');
  useEffect(() => place.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (modifiers.has(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onKeys(null);
    else if (event.key === 'Backspace') onKeys([]);
    else if (prefix.current === '' && isPrefix(event.key, usualKeys)) prefix.current = event.key;
    else onKeys([prefix.current === '' ? event.key : `${prefix.current} ${event.key}`]);
  };
  return (
    <button
      ref={place}
      type="button"
      class="key-capture"
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.preventDefault()}
      onBlur={() => onKeys(null)}
    >
      {t('keysPress')}
    </button>
  );
}

/** Heard as several, too: a space between them takes no room. */
function Keys({ keys }: { keys: readonly string[] }) {
  return keys.map((key, at) => (
    <Fragment key={key}>
      {at > 0 && ' '}
      <kbd>{wordsOf([key])}</kbd>
    </Fragment>
  ));
}

function KeyRow({ command, keys }: Binding) {
  const [capturing, setCapturing] = useState(false);
  const button = useFocusBack(capturing);
  const name = t(commandNames[command]);
  const take = (given: readonly string[] | null) => {
    setCapturing(false);
    if (given) setKeys(command, given);
  };
  return (
    <li class="key-row">
      <span id={`name-${command}`}>{name}</span>
      {capturing ? (
        <KeyCapture onKeys={take} />
      ) : (
        <button
          ref={button}
          type="button"
          class="key-set"
          id={`keys-${command}`}
          title={t('keysChange', [name, wordsOf(keys)])}
          aria-labelledby={`name-${command} keys-${command}`}
          onClick={() => setCapturing(true)}
        >
          {keys.length === 0 ? t('keysNone') : <Keys keys={keys} />}
        </button>
      )}
      {!capturing && Object.hasOwn(settings.value.keys, command) && (
        <button type="button" class="button small" onClick={() => setUsual(command)}>
          <span class="visually-hidden">{name}: </span>
          {t('keysUsual')}
        </button>
      )}
    </li>
  );
}

function Conflicts() {
  const found = [...conflicts(bindings.value)];
  return (
    <div role="status">
      {found.map(([key, commands]) => (
        <p key={key} class="note warn">
          {t('keysConflict', [wordsOf([key]), commands.map((one) => t(commandNames[one])).join(' · ')])}
        </p>
      ))}
    </div>
  );
}

/** The key of every command, and another one where the reader likes it better. */
export function KeysSection() {
  return (
    <>
      <h1>{t('sectionKeys')}</h1>
      <p class="lead">{t('keysLead')}</p>
      <Conflicts />
      <ul class="key-rows">
        {bindings.value.map(({ command, keys }) => (
          <KeyRow key={command} command={command} keys={keys} />
        ))}
      </ul>
      {Object.keys(settings.value.keys).length > 0 && (
        <button type="button" class="button" onClick={setAllUsual}>
          {t('keysAllUsual')}
        </button>
      )}
      <BrowserKeys />
    </>
  );
}
