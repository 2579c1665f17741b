import './extension-stand-in';
import { render } from 'preact';
import { expect, test } from 'vitest';
import { ImagesSection } from '../../components/options/images-section';
import { changeSettings, settings } from '../../components/shared/settings-state';
import { toasts } from '../../components/shared/toasts';
import { proxyPresets } from '../../utils/article/images/proxies';
import { emptyStage, until } from './stage';

const host = emptyStage();

test('a proxy that was taken out stands in its old place once that is undone', async () => {
  const templates = proxyPresets.slice(0, 3).map(({ template }) => template);
  await changeSettings({ imageProxies: templates });
  render(<ImagesSection />, host);
  const name = proxyPresets[1]?.name ?? '';
  const remove = () => host.querySelector<HTMLButtonElement>(`button[aria-label="Remove ${name}"]`);
  (await until(remove)).click();
  await until(() => host.querySelectorAll('.proxy').length === 2);
  const [toast] = toasts.value;
  expect(toast?.text).toBe(`${name} was removed.`);
  toast?.action?.run();
  await until(() => host.querySelectorAll('.proxy').length === 3);
  expect(settings.value.imageProxies).toEqual(templates);
});
