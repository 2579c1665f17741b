import './extension-stand-in';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
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
