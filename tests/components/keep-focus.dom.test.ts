import { afterEach, expect, test } from 'vitest';
import { keepFocus } from '../../components/shared/keep-focus';

const page = document.createElement('main');
document.body.append(page);
let end = () => {};
afterEach(() => {
  end();
  page.innerHTML = '';
});

const row = (name: string) =>
  `<li id="${name}"><a href="#${name}">${name}</a><button>Remove ${name}</button></li>`;

function show(...names: string[]): void {
  page.innerHTML = `<section><h2>Rows</h2><input aria-label="New"><ul>${names.map(row).join('')}</ul></section>`;
  end = keepFocus(page);
}

const remove = (name: string) => {
  const element = document.getElementById(name);
  element?.querySelector('button')?.focus();
  element?.remove();
};
const keyboard = () =>
  document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label');

test('the keyboard goes to the next row, or the one before, then to what is around', async () => {
  show('one', 'two', 'three');
  remove('two');
  await expect.poll(keyboard).toBe('Remove three');
  remove('three');
  await expect.poll(keyboard).toBe('Remove one');
  remove('one');
  await expect.poll(keyboard).toBe('New');
});

test('nothing is taken from where the keyboard is', async () => {
  show('one', 'two');
  document.querySelector<HTMLElement>('#one button')?.focus();
  document.querySelector<HTMLElement>('input')?.focus();
  document.getElementById('one')?.remove();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  expect(keyboard()).toBe('New');
});

test('who knows better where it belongs is first', async () => {
  show('one', 'two');
  remove('one');
  requestAnimationFrame(() => document.querySelector<HTMLElement>('input')?.focus());
  await new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  expect(keyboard()).toBe('New');
});

test('after what is said in passing the keyboard is where it had been', async () => {
  show('one', 'two');
  page.insertAdjacentHTML('beforeend', '<div class="toasts"><p><button>Undo</button></p></div>');
  document.querySelector<HTMLElement>('#two button')?.focus();
  document.querySelector<HTMLElement>('.toasts button')?.focus();
  document.querySelector('.toasts p')?.remove();
  await expect.poll(keyboard).toBe('Remove two');
});
