import { useEffect, useState } from 'preact/hooks';
import {
  type CommandKey,
  canSetCommandKeys,
  listCommandKeys,
  openKeySettings,
  resetCommandKey,
  setCommandKey,
  watchCommandKeys,
} from '../../utils/browser/command-keys';
import { type TextKey, t } from '../../utils/browser/text';
import { toast } from '../shared/toasts';
import { isKeptShortcut } from './browsers-own';
import { KeyCapture } from './key-capture';
import { pressedShortcut } from './pressed-shortcut';
import { Setting } from './setting';
import { useFocusBack } from './use-focus-back';

const names: Readonly<Record<string, TextKey>> = {
  _execute_action: 'commandPopup',
  'next-unread': 'commandNext',
  'mark-all-read': 'markAllRead',
};

interface RowProps {
  command: CommandKey;
  name: string;
  onChange: () => void;
}

/** What the browser will make of a shortcut that it has a use for itself; '' for other ones. */
function keptWords({ name, shortcut }: CommandKey): string {
  return isKeptShortcut(shortcut) ? t('browserKeysOwn', [shortcut, nameOf(name)]) : '';
}

async function setShortcut(name: string, shortcut: string): Promise<void> {
  try {
    await setCommandKey(name, shortcut);
    const words = keptWords({ name, shortcut });
    if (words) toast(words);
  } catch {
    toast(t('browserKeysRefused', [shortcut]), { tone: 'bad' });
  }
}

/** A key that can be changed here. */
function SettableRow({ command, name, onChange }: RowProps) {
  const [capturing, setCapturing] = useState(false);
  const button = useFocusBack(capturing);
  const take = (shortcut: string | null) => {
    setCapturing(false);
    if (shortcut !== null) void setShortcut(command.name, shortcut).finally(onChange);
  };
  const id = `browser-${command.name}`;
  return (
    <li class="key-row">
      <span id={`name-${id}`}>{name}</span>
      {capturing ? (
        <KeyCapture
          words={t('browserKeysPress')}
          read={pressedShortcut}
          refusal={(event) => (pressedShortcut(event) === null ? t('browserKeysHow') : '')}
          none=""
          onGiven={take}
        />
      ) : (
        <button
          ref={button}
          type="button"
          class="key-set"
          id={`keys-${id}`}
          aria-labelledby={`name-${id} keys-${id}`}
          onClick={() => setCapturing(true)}
        >
          {command.shortcut === '' ? t('keysNone') : <kbd>{command.shortcut}</kbd>}
        </button>
      )}
      {!capturing && (
        <button
          type="button"
          class="button small"
          onClick={() => void resetCommandKey(command.name).finally(onChange)}
        >
          <span class="visually-hidden">{name}: </span>
          {t('keysUsual')}
        </button>
      )}
    </li>
  );
}

function ShownRow({ command, name }: Omit<RowProps, 'onChange'>) {
  return (
    <li class="key-row">
      <span>{name}</span>
      <span class="key-shown">{command.shortcut === '' ? t('keysNone') : <kbd>{command.shortcut}</kbd>}</span>
    </li>
  );
}

interface Doubtful {
  commands: readonly CommandKey[];
  /** Where keys are set in the browser's own settings, it says itself which it keeps. */
  isSettable: boolean;
}

/** Keys that stand for two commands, of which the browser does one, and keys that it keeps to itself. */
function DoubtfulKeys({ commands, isSettable }: Doubtful) {
  const byKey = Map.groupBy(
    commands.filter(({ shortcut }) => shortcut !== ''),
    ({ shortcut }) => shortcut,
  );
  return (
    <div role="status">
      {[...byKey]
        .filter(([, same]) => same.length > 1)
        .map(([key, same]) => (
          <p key={key} class="note warn">
            {t('keysConflict', [key, same.map(({ name }) => nameOf(name)).join(' · ')])}
          </p>
        ))}
      {isSettable &&
        commands
          .map(keptWords)
          .filter((words) => words !== '')
          .map((words) => (
            <p key={words} class="note warn">
              {words}
            </p>
          ))}
    </div>
  );
}

function nameOf(command: string): string {
  const key = names[command];
  return key ? t(key) : command;
}

/** The keys that the browser itself listens to: changed here where it allows that, else in its own settings. */
export function BrowserKeys() {
  const [commands, setCommands] = useState<readonly CommandKey[]>([]);
  const load = () => void listCommandKeys().then(setCommands, () => undefined);
  useEffect(() => {
    load();
    return watchCommandKeys(load);
  }, []);
  if (commands.length === 0) return null;
  const isSettable = canSetCommandKeys();
  const Row = isSettable ? SettableRow : ShownRow;
  return (
    <Setting id="everywhere">
      <section aria-labelledby="browser-keys">
        <h2 id="browser-keys">{t('browserKeys')}</h2>
        <p class="lead">{t('browserKeysLead')}</p>
        <DoubtfulKeys commands={commands} isSettable={isSettable} />
        <ul class="key-rows">
          {commands.map((command) => (
            <Row key={command.name} command={command} name={nameOf(command.name)} onChange={load} />
          ))}
        </ul>
        {!isSettable && (
          <button type="button" class="button" onClick={() => void openKeySettings()}>
            {t('browserKeysThere')}
          </button>
        )}
      </section>
    </Setting>
  );
}
