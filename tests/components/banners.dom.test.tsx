import './extension-stand-in';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Banners } from '../../components/shared/banners';
import { kept, writeElsewhere } from './extension-stand-in';
import { emptyStage, until } from './stage';

const host = emptyStage();
afterEach(() => kept.clear());

const spoken = () => Array.from(host.querySelectorAll('.banner'), (one) => one.textContent);

test('what the reader should know comes into a region that was there before its words', async () => {
  render(<Banners />, host);
  const region = await until(() => host.querySelector('[role=status]'));
  expect(region.textContent).toBe('');
  window.dispatchEvent(new Event('offline'));
  await until(() => spoken().length === 1);
  await writeElsewhere('notices', { restored: { count: 3 } });
  await until(() => spoken().length === 2);
  expect(host.querySelectorAll('[role=status]')).toHaveLength(1);
  expect(Array.from(region.children, ({ className }) => className)).toEqual(['banner plain', 'banner ok']);
  // what was said before is not said again with it
  expect(region.getAttribute('aria-atomic')).toBe('false');

  window.dispatchEvent(new Event('online'));
  await writeElsewhere('notices', {});
  await until(() => spoken().length === 0);
  expect(host.querySelector('[role=status]')).toBe(region);
});
