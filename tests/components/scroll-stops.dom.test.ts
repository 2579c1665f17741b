import { expect, test } from 'vitest';
import { followScrolling } from '../../components/shared/scroll-stops';

function box(html: string): HTMLElement {
  const made = document.createElement('pre');
  made.style.cssText = 'inline-size: 200px; overflow-x: auto';
  made.innerHTML = html;
  document.body.append(made);
  return made;
}

const long = 'word '.repeat(100);

test('the keyboard stops at what moves and holds nothing to press, as long as it moves', async () => {
  const [moves, fits, linked] = [
    box(`<code>${long}</code>`),
    box('<code>short</code>'),
    box(`<a href="#a">${long}</a>`),
  ] as const;
  const end = followScrolling([moves, fits, linked]);
  await expect.poll(() => moves.getAttribute('tabindex')).toBe('0');
  expect(fits.hasAttribute('tabindex')).toBe(false);
  expect(linked.hasAttribute('tabindex')).toBe(false);
  moves.style.inlineSize = 'max-content';
  fits.style.inlineSize = '10px';
  await expect
    .poll(() => [moves.hasAttribute('tabindex'), fits.getAttribute('tabindex')])
    .toEqual([false, '0']);
  end();
  expect(fits.hasAttribute('tabindex')).toBe(false);
  for (const one of [moves, fits, linked]) one.remove();
});
