import './extension-stand-in';
import { render } from 'preact';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { BrowserKeys } from '../../components/options/browser-keys';
import { KeysSection } from '../../components/options/keys-section';
import { changeSettings, settings } from '../../components/shared/settings-state';
import { ToastArea } from '../../components/shared/toast-area';
import { isHeld, toast, toasts } from '../../components/shared/toasts';
import { type KeyHandlers, useKeys } from '../../components/shared/use-keys';
import { defaultSettings } from '../../utils/model/settings';
import { emptyStage, until } from './stage';

const host = emptyStage();
afterEach(() => {
  changeSettings(defaultSettings);
  toasts.value = [];
});

/** Gives a command a key as a reader does: presses its button, then the key. */
async function give(command: string, key: string): Promise<void> {
  (await until(() => host.querySelector<HTMLElement>(`#keys-${command}`))).click();
  const place = await until(() => host.querySelector<HTMLElement>('.key-capture'));
  await until(() => document.activeElement === place);
  place.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await until(() => host.querySelector('.key-capture') === null);
}

const toastText = () => host.querySelector('.toast')?.textContent ?? '';
const notes = () => Array.from(host.querySelectorAll('.note.warn'), (one) => one.textContent ?? '');

test('a key that is taken says what it does from then on, and the change can be taken back', async () => {
  render(
    <>
      <KeysSection />
      <ToastArea />
    </>,
    host,
  );
  await give('openNext', 'w');
  await until(() => toastText().includes('w from now on'));
  expect(notes()).toEqual([]);
  // the keyboard is where it was
  await until(() => document.activeElement?.id === 'keys-openNext');

  await give('openNext', 'k');
  await until(() =>
    toastText().includes('it does “Open the next article”, and no longer “Open the previous article”'),
  );
  expect(notes()).toEqual([expect.stringContaining('Open the next article · Open the previous article')]);
  expect(host.querySelector('.note.warn')?.closest('[role=status]')).not.toBeNull();
  await until(() => host.querySelector<HTMLElement>('.toast button')).then((undo) => undo.click());
  await until(() => notes().length === 0);
  expect(settings.value.keys).toEqual({ openNext: ['w'] });
});

/** Presses a key where one is asked for; nothing is given yet. */
async function press(init: KeyboardEventInit): Promise<KeyboardEvent> {
  const place = await until(() => host.querySelector<HTMLElement>('.key-capture'));
  await until(() => document.activeElement === place);
  const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
  place.dispatchEvent(event);
  return event;
}

test('a key that browsers keep is left to them, or is given with the word that they may', async () => {
  render(
    <>
      <KeysSection />
      <ToastArea />
    </>,
    host,
  );
  (await until(() => host.querySelector<HTMLElement>('#keys-refresh'))).click();
  await press({ key: 'Control', ctrlKey: true });
  expect(toasts.value).toEqual([]);
  const held = await press({ key: 'l', ctrlKey: true });
  await until(() => toastText().includes('Ctrl, Alt or ⌘ are the browser’s own'));
  // it does what it always does, and a key is asked for still
  expect(held.defaultPrevented).toBe(false);
  expect(settings.value.keys).toEqual({});

  await press({ key: 'F5' });
  const words = 'use F5 themselves: where they keep it, “Refresh” does not answer to it.';
  await until(() => toastText().includes(words));
  await until(() => notes().some((note) => note.includes(words)));
  expect(settings.value.keys).toEqual({ refresh: ['F5'] });
  await give('refresh', 'w');
  await until(() => notes().length === 0);
  expect(toastText()).not.toContain('themselves');
});

/** Keys of the browser's own, in a browser that lets pages change them and refuses some. */
function browserWithKeys(shortcut: string) {
  const command = { name: 'mark-all-read', shortcut };
  const event = { addListener: () => undefined, removeListener: () => undefined };
  const commands = {
    getAll: async () => [{ ...command }],
    update: async (change: { shortcut: string }) => {
      if (change.shortcut === 'F9') throw new Error('no');
      command.shortcut = change.shortcut;
    },
    reset: async () => undefined,
    onChanged: event,
  };
  const { browser } = globalThis as unknown as { browser: { commands?: object } };
  browser.commands = commands;
  onTestFinished(() => {
    delete browser.commands;
  });
  return command;
}

test('a shortcut that the browser keeps or refuses is told, and one that is none', async () => {
  const command = browserWithKeys('Alt+Shift+K');
  render(
    <>
      <BrowserKeys />
      <ToastArea />
    </>,
    host,
  );
  const ask = async () =>
    (await until(() => host.querySelector<HTMLElement>('#keys-browser-mark-all-read'))).click();
  await ask();
  await press({ key: 'j', code: 'KeyJ' });
  await until(() => toastText().includes('a letter, a digit or an arrow together with Ctrl or Alt'));
  await press({ key: 'b', code: 'KeyB', ctrlKey: true });
  const words = 'Ctrl+B is one of the browser’s own keys';
  await until(() => toastText().includes(words));
  await until(() => notes().some((note) => note.includes(words)));
  expect(command.shortcut).toBe('Ctrl+B');

  await ask();
  await press({ key: 'F9', code: 'F9' });
  await until(() => toastText().includes('The browser does not take F9.'));
  expect(command.shortcut).toBe('Ctrl+B');

  await ask();
  await press({ key: 'J', code: 'KeyJ', altKey: true, shiftKey: true });
  await until(() => command.shortcut === 'Alt+Shift+J' && notes().length === 0);
});

function Keyed({ handlers }: { handlers: KeyHandlers }) {
  useKeys(handlers);
  return null;
}

test('a key that opens a sequence does nothing of its own', async () => {
  const done: string[] = [];
  const handlers: KeyHandlers = { openNext: () => done.push('next'), showUnread: () => done.push('unread') };
  changeSettings({ keys: { openNext: ['g'] } });
  render(<Keyed handlers={handlers} />, host);
  const press = (key: string) =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  await until(() => {
    press('g');
    press('u');
    return done.length > 0;
  });
  expect(new Set(done)).toEqual(new Set(['unread']));
});

test('Caps Lock, a key that is held and Shift between two keys give no command that was not meant', async () => {
  const done: string[] = [];
  const note = (name: string) => () => done.push(name);
  const handlers: KeyHandlers = {
    ...{ openNext: note('next'), nextFeed: note('feed'), markAll: note('all'), toggleStar: note('star') },
    ...{ originalBehind: note('original'), showUnread: note('unread') },
  };
  changeSettings({ keys: { showUnread: ['g U'] } });
  render(<Keyed handlers={handlers} />, host);
  const press = (key: string, more: KeyboardEventInit = {}) =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
  const locked = { modifierCapsLock: true };
  await until(() => {
    press('J', locked);
    return done.length > 0;
  });
  done.length = 0;
  for (const key of ['J', 'A', 'S']) press(key, locked);
  for (const key of ['J', 'a']) press(key, { ...locked, shiftKey: true });
  press('?', { ...locked, shiftKey: true });
  expect(done.splice(0)).toEqual(['next', 'star', 'feed', 'all']);
  for (const key of ['j', 'b', 'b', 's']) press(key, { repeat: true });
  expect(done.splice(0)).toEqual(['next']);
  for (const key of ['g', 'Shift', 'U']) press(key, { shiftKey: key !== 'g' });
  expect(done.splice(0)).toEqual(['unread']);
  press('j', { isComposing: true });
  expect(done).toEqual([]);
});

test('what is said in passing stays as long as the keyboard is on it', async () => {
  render(<ToastArea />, host);
  toast('Taken away.', { action: { label: 'Undo', run: () => undefined } });
  const undo = await until(() => host.querySelector<HTMLElement>('.toast button'));
  undo.focus();
  expect(isHeld.value).toBe(true);
  undo.blur();
  expect(isHeld.value).toBe(false);
  undo.focus();
  undo.click();
  expect(isHeld.value).toBe(false);
});
