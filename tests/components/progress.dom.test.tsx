import './extension-stand-in';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Meter } from '../../components/shared/meter';
import { ProgressLine } from '../../components/shared/progress-line';
import { progress } from '../../components/shared/refreshing';

const host = document.createElement('main');
document.body.append(host);
afterEach(() => {
  render(null, host);
  progress.value = null;
});

const spoken = () => host.querySelector('[role=status]')?.textContent;

async function says(words: string): Promise<void> {
  await expect.poll(spoken, { interval: 10 }).toBe(words);
}

test('a meter is read out at each quarter of the way, not at each step', async () => {
  const heard: string[] = [];
  const watch = new MutationObserver(() => heard.push(spoken() ?? ''));
  watch.observe(host, { subtree: true, childList: true, characterData: true });
  for (let done = 0; done <= 100; done++) {
    render(
      <Meter
        label={`${done} of 100`}
        spoken="Export articles"
        done={done}
        total={100}
        onCancel={() => undefined}
      />,
      host,
    );
    if (done % 25 === 0) await says(`Export articles ${done}%`);
  }
  watch.disconnect();
  const different = [...new Set(heard)].filter((words) => words !== '');
  expect(different).toEqual([0, 25, 50, 75, 100].map((part) => `Export articles ${part}%`));
  expect(host.querySelector('progress')?.value).toBe(1);
});

test('checks of feeds are read out from beginning to end', async () => {
  render(<ProgressLine />, host);
  await says('');
  progress.value = { done: 0, total: 8 };
  await says('Checking feeds 0%');
  await expect.poll(() => host.querySelector('[role=progressbar]')?.getAttribute('aria-valuemax')).toBe('8');
  progress.value = { done: 5, total: 8 };
  await says('Checking feeds 50%');
  progress.value = null;
  await says('');
  await expect.poll(() => host.querySelector('[role=progressbar]')).toBeNull();
});
