import './extension-stand-in';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '../../components/shared/keymap';
import { settings } from '../../components/shared/settings-state';
import { type KeyHandlers, useKeys } from '../../components/shared/use-keys';
import { defaultSettings } from '../../utils/model/settings';

const done: Command[] = [];
const handlers: KeyHandlers = Object.fromEntries(
  (['openNext', 'toggleStar', 'showStarred', 'open', 'selectNext', 'pageOn', 'back', 'markAll'] as const).map(
    (command) => [command, () => done.push(command)],
  ),
);

function Page() {
  useKeys(handlers);
  return (
    <main>
      <input />
      <textarea />
      <div contentEditable={true} class="editable" />
      <button type="button">Press</button>
      <a href="#x">To x</a>
      <div role="feed">
        <article class="row" />
      </div>
      <p class="plain" tabIndex={-1} />
      <div popover="auto" class="bubble">
        Bubble
      </div>
      <dialog open>
        <p class="inside" />
      </dialog>
    </main>
  );
}

const host = document.createElement('div');
document.body.append(host);

/** Presses it where the selector says; whether the page took it from the browser. */
function press(key: string, at = '.plain', more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    cancelable: true,
    composed: true,
    ...more,
  });
  const target = host.querySelector(at) ?? expect.fail(`no ${at}`);
  return !target.dispatchEvent(event);
}
const take = () => done.splice(0);

beforeEach(async () => {
  render(<Page />, host);
  // keys are listened to after the first paint
  await expect.poll(() => press('j')).toBe(true);
  take();
});
afterEach(() => {
  render(null, host);
  settings.value = defaultSettings;
});

test('a key does what it says, wherever it is pressed but where the reader writes', () => {
  expect([press('s'), press('s', '.row'), press('s', 'button'), take()]).toEqual([
    ...[true, true, true],
    ['toggleStar', 'toggleStar', 'toggleStar'],
  ]);
  for (const at of ['input', 'textarea', '.editable', '.inside'])
    expect([press('s', at), press('j', at), press('Escape', at), press(' ', at)], at).toEqual([
      ...[false, false, false, false],
    ]);
  expect(take()).toEqual([]);
});

test('what stands in a shadow tree is written in as well', () => {
  const inner = document.createElement('input');
  const plain = host.querySelector('.plain') ?? expect.fail('no place');
  const box = document.createElement('span');
  plain.append(box);
  box.attachShadow({ mode: 'open' }).append(inner);
  inner.dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true, composed: true }));
  expect(take()).toEqual([]);
  box.remove();
});

test('the browser’s own keys stay its own, and so do those of who writes in signs', () => {
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])
    expect(press('s', '.plain', more)).toBe(false);
  expect([press('w'), take()]).toEqual([false, []]);
});

test('Enter and space are those of what can be pressed, arrows move in the list alone', () => {
  for (const at of ['button', 'a']) expect([press('Enter', at), press(' ', at)]).toEqual([false, false]);
  expect([press('ArrowDown'), take()]).toEqual([false, []]);
  expect([press('Enter', '.row'), press(' ', '.row'), press('ArrowDown', '.row')]).toEqual([
    true,
    true,
    true,
  ]);
  expect(take()).toEqual(['open', 'pageOn', 'selectNext']);
});

test('Escape closes what is open before the page, and nothing else with it', () => {
  const bubble = host.querySelector<HTMLElement>('.bubble');
  bubble?.showPopover();
  expect([press('Escape'), take()]).toEqual([false, []]);
  expect([press('s'), take()]).toEqual([true, ['toggleStar']]);
  bubble?.hidePopover();
  expect([press('Escape'), take()]).toEqual([true, ['back']]);
});

test('a key after another one is not that key alone, and after a third it is itself again', () => {
  press('g');
  press('s');
  press('s');
  expect(take()).toEqual(['showStarred', 'toggleStar']);
  press('g');
  press('w');
  press('s');
  expect(take()).toEqual(['toggleStar']);
  settings.value = { ...defaultSettings, keys: { markAll: ['g g'] } };
  press('g');
  press('g');
  press('s');
  expect(take()).toEqual(['markAll', 'toggleStar']);
});
