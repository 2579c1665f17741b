import './extension-stand-in';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { ArticleFooter } from '../../components/popup/popup-footer';
import { StepButtons } from '../../components/shared/article-tools';
import { changeSettings } from '../../components/shared/settings-state';
import { defaultSettings } from '../../utils/model/settings';
import { emptyStage, until } from './stage';

const host = emptyStage();
afterEach(() => changeSettings(defaultSettings));

const hints = () => Array.from(host.querySelectorAll('.hints > span'), (one) => one.textContent);
const buttons = () => Array.from(host.querySelectorAll('button'), (one) => [one.title, one.ariaKeyShortcuts]);

test('hints and buttons name the keys that hold now, and none where there is none', async () => {
  render(
    <>
      <StepButtons />
      <ArticleFooter />
    </>,
    host,
  );
  expect(hints()).toEqual(['j Next', 's Star', 'v Original']);
  expect(buttons()).toEqual([
    ['Previous article (k)', 'k'],
    ['Next article (j)', 'j'],
  ]);
  changeSettings({ ...defaultSettings, keys: { openNext: ['g n', 'W'], toggleStar: [] } });
  await until(() => hints().length === 2);
  expect(hints()).toEqual(['g n Next', 'v Original']);
  expect(buttons()[1]).toEqual(['Next article (Shift+W)', 'Shift+W']);
});
