import { Fragment } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { bindings, keysOf } from '../shared/bindings';
import { commandNames, keyName } from '../shared/key-names';
import {
  type Binding,
  type Command,
  conflicts,
  isPrefix,
  type OwnKeys,
  pressedKey,
  usualKeys,
} from '../shared/keymap';
import { sentences } from '../shared/locale';
import { changeSettings, settings } from '../shared/settings-state';
import { toast } from '../shared/toasts';
import { BrowserKeys } from './browser-keys';
import { isSharedKey } from './browsers-own';
import { isModifier, KeyCapture } from './key-capture';
import { useFocusBack } from './use-focus-back';

const nameOf = (command: Command) => t(commandNames[command]);

/** What a key does now that it stands for several commands; '' where it stands for one. */
function clashWords(keys: readonly string[]): string {
  const found = conflicts(bindings.value);
  const key = keys.find((one) => found.has(one));
  const [first, ...others] = (key && found.get(key)) || [];
  if (!key || !first) return '';
  return t('keysTaken', [wordsOf([key]), nameOf(first), others.map(nameOf).join(' · ')]);
}

/** That a key may never come to a command, because the browser or the system has a use for it; '' for other keys. */
function sharedWords(keys: readonly string[], command: Command): string {
  const key = keys.find(isSharedKey);
  return key ? t('keysShared', [wordsOf([key]), nameOf(command)]) : '';
}

/** The reader's own keys with these for the command, or with none of its own. */
function ownKeysWith(command: Command, keys: readonly string[] | undefined): OwnKeys {
  const { [command]: _, ...others } = settings.value.keys;
  return keys ? { ...others, [command]: keys } : others;
}

/**
 * Gives a command these keys, or without any its usual ones. The row that was changed may stand far from where clashes are
 * told; undoing leaves what other commands got since.
 */
function setKeys(command: Command, keys?: readonly string[]): void {
  const before = settings.value.keys[command];
  void changeSettings({ keys: ownKeysWith(command, keys) });
  const now = keysOf(command);
  const words = clashWords(now) || t('keysNow', [nameOf(command), wordsOf(now)]);
  const undo = () => void changeSettings({ keys: ownKeysWith(command, before) });
  toast(sentences([words, sharedWords(now, command)]), { action: { label: t('undo'), run: undo } });
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

/** Held with another key, they make it the browser's or the system's. */
const isHeld = ({ ctrlKey, altKey, metaKey }: KeyboardEvent) => ctrlKey || altKey || metaKey;

/** Takes one key, or two of which the first opens a sequence already. */
function useSequence(): (event: KeyboardEvent) => readonly string[] | null | undefined {
  const prefix = useRef('');
  return (event) => {
    if (isModifier(event) || isHeld(event)) return undefined;
    const key = pressedKey(event);
    const begins = prefix.current === '' && isPrefix(key, usualKeys);
    const keys = begins ? null : [prefix.current === '' ? key : `${prefix.current} ${key}`];
    if (begins) prefix.current = key;
    return keys;
  };
}

function Capture({ onKeys }: { onKeys: (keys: readonly string[] | null) => void }) {
  const refusal = (event: KeyboardEvent) => (isHeld(event) ? t('keysHeld') : '');
  return (
    <KeyCapture words={t('keysPress')} read={useSequence()} refusal={refusal} none={[]} onGiven={onKeys} />
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
  const name = nameOf(command);
  const take = (given: readonly string[] | null) => {
    setCapturing(false);
    if (given) setKeys(command, given);
  };
  return (
    <li class="key-row">
      <span id={`name-${command}`}>{name}</span>
      {capturing ? (
        <Capture onKeys={take} />
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
        <button type="button" class="button small" onClick={() => setKeys(command)}>
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
          {t('keysConflict', [wordsOf([key]), commands.map(nameOf).join(' · ')])}
        </p>
      ))}
      {bindings.value
        .map(({ keys, command }) => sharedWords(keys, command))
        .filter((words) => words !== '')
        .map((words) => (
          <p key={words} class="note warn">
            {words}
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
