import './extension-stand-in';
import '../../components/shared/article.css';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { handOver, takeOver } from '../../components/shared/hand-over';
import { exhausted, pages } from '../../components/shared/list-state';
import { ListeningBar } from '../../components/shared/listening-bar';
import { changeListening } from '../../components/shared/listening-choices';
import { goesOn } from '../../components/shared/playing-on';
import {
  pauseReading,
  silence,
  speech,
  startReading,
  stepReading,
  stopReading,
  toggleReading,
} from '../../components/shared/reading-aloud';
import { reading, selectedId } from '../../components/shared/reading-state';
import { route } from '../../components/shared/route';
import { sleep, sleepAfter } from '../../components/shared/sleep-timer';
import { defaultListening } from '../../utils/model/listening';
import { newEntry } from '../db/support';
import { kept } from './extension-stand-in';
import { standInForSpeech, voice } from './speech-engine';
import { until } from './stage';

const engine = standInForSpeech();
const here = [voice('en-GB'), voice('zh-CN'), voice('zh-TW'), voice('zh-HK')];
const entry = (id: number, title: string) => ({ ...newEntry(`story ${id}`, { title }).entry, id, feedId: 1 });

/** An article as the page shows it. */
function show(id: number, title: string, texts: readonly string[], language = 'en'): void {
  const heading = Object.assign(document.createElement('h1'), { id: 'article-title', lang: language });
  heading.textContent = title;
  const body = Object.assign(document.createElement('div'), { lang: language });
  body.dataset.articleBody = '';
  body.append(...texts.map((text) => Object.assign(document.createElement('p'), { textContent: text })));
  const scroller = Object.assign(document.createElement('article'), { className: 'article-scroller' });
  scroller.dataset.shown = String(id);
  scroller.append(heading, body);
  document.querySelector('.article-scroller')?.remove();
  document.body.append(scroller);
  reading.value = { entry: entry(id, title), body: null, status: 'ready' };
}

const spoken = () =>
  [...(CSS.highlights.get('spoken') ?? [])].map((one) => {
    const range = document.createRange();
    range.setStart(one.startContainer, one.startOffset);
    range.setEnd(one.endContainer, one.endOffset);
    return range.toString();
  });

beforeEach(() => {
  kept.clear();
  changeListening(defaultListening);
  engine.learn(...here);
  engine.asked.length = 0;
});
afterEach(() => {
  stopReading();
  vi.useRealTimers();
});

test('voices that the browser tells of late are waited for', async () => {
  engine.learn();
  show(1, 'A story', ['First. Second.']);
  const begun = startReading();
  expect([speech.value?.status, engine.text]).toEqual(['waiting', null]);
  engine.learn(...here);
  await begun;
  expect([speech.value?.status, engine.text, engine.voiceName]).toEqual([
    'speaking',
    'A story',
    'en-GB here',
  ]);
});

test('one sentence after the other, marked while it is spoken, whether or not the engine tells of words', async () => {
  show(1, 'A story', ['First one. Second one.']);
  await startReading();
  for (const [sentence, words] of [
    ['A story', 2],
    ['First one.', 0],
    ['Second one.', 0],
  ] as const) {
    expect([engine.text, ...spoken()]).toEqual([sentence, sentence]);
    engine.begin();
    for (let word = 0; word < words; word++) engine.word();
    engine.end();
  }
  expect([speech.value, silence.value, spoken()]).toEqual([null, null, []]);
});

test('Chinese is read sentence by sentence, by the voice of its script or place', async () => {
  for (const [language, name] of [
    ['zh-Hans', 'zh-CN here'],
    ['zh-TW', 'zh-TW here'],
    ['zh-Hant', 'zh-TW here'],
    ['zh-HK', 'zh-HK here'],
  ] as const) {
    show(1, '晚報', ['第一句。第二句！“第三句？”'], language);
    await startReading();
    const texts: string[] = [];
    for (let at = 0; at < 4; at++) {
      texts.push(engine.text ?? '');
      expect(engine.voiceName, language).toBe(name);
      engine.begin();
      engine.end();
    }
    expect(texts).toEqual(['晚報', '第一句。', '第二句！', '“第三句？”']);
  }
});

test('a sentence in another script has a voice of its own, and where there is none that of the article', async () => {
  const texts = ['他说这句话。', 'This is what he said then.', '他喜欢 Firefox。'];
  show(1, '晚报', texts, 'zh-Hans');
  await startReading();
  const names: (string | null)[] = [];
  const readAll = () => {
    names.length = 0;
    for (let at = 0; at < 4; at++) {
      names.push(engine.voiceName);
      engine.end();
    }
  };
  readAll();
  expect(names).toEqual(['zh-CN here', 'zh-CN here', 'en-GB here', 'zh-CN here']);
  engine.learn(voice('zh-CN'));
  await startReading();
  readAll();
  expect(names).toEqual(Array(4).fill('zh-CN here'));
});

test('where there is no voice, the bar says for which language', async () => {
  show(1, 'Saga', ['Einu sinni var.'], 'is');
  await startReading();
  expect(silence.value).toEqual({ why: 'no-voice-for', language: 'is' });
  const host = document.createElement('div');
  document.body.append(host);
  render(<ListeningBar />, host);
  await until(() => host.querySelector('[role=alert]')?.textContent?.includes('Icelandic'));
  engine.learn(voice('is-IS', false));
  await startReading();
  await until(() => host.querySelector('[role=alert]')?.textContent?.includes('only online voices'));
  expect(engine.asked).toEqual([]);
  engine.learn();
  await startReading();
  await until(() => host.querySelector('[role=alert]')?.textContent?.includes('no voices'));
  render(null, host);
  host.remove();
});

test('an online voice that is cut off after fifteen seconds and tells nobody is followed by the next sentence', async () => {
  changeListening({ remoteVoices: true });
  engine.learn(voice('en-GB', false));
  show(1, 'A story', ['First one.']);
  await startReading();
  vi.useFakeTimers();
  engine.begin();
  // it says that it speaks, and does not
  expect([engine.text, engine.speaking]).toEqual(['A story', true]);
  vi.advanceTimersByTime(7000);
  expect([engine.text, speech.value?.status]).toEqual(['First one.', 'speaking']);
});

test('a voice on this machine that is slow is left to speak, as long as it tells of words', async () => {
  show(1, 'A story', ['First one.']);
  await startReading();
  vi.useFakeTimers();
  engine.begin();
  for (let second = 0; second < 40; second += 3) {
    vi.advanceTimersByTime(3000);
    expect(engine.text).toBe('A story');
    engine.word();
  }
});

test('a voice that does not begin, or fails, or may not speak, is said to', async () => {
  show(1, 'A story', ['First one.']);
  await startReading();
  engine.fail('synthesis-failed');
  expect(silence.value).toEqual({ why: 'voice-failed', language: 'en' });
  await startReading();
  engine.fail('not-allowed');
  expect(silence.value?.why).toBe('refused');
  vi.useFakeTimers();
  const begun = startReading();
  await vi.runAllTimersAsync();
  await begun;
  expect(silence.value?.why).toBe('voice-failed');
});

test('what we take back is no failure, and what another page takes from us is a pause', async () => {
  show(1, 'A story', ['First one. Second one.']);
  await startReading();
  engine.begin();
  stepReading(1);
  await Promise.resolve();
  expect([speech.value?.status, engine.text]).toEqual(['speaking', 'First one.']);
  engine.begin();
  engine.cancel();
  await Promise.resolve();
  expect([speech.value?.status, speech.value?.at, silence.value]).toEqual(['paused', 1, null]);
  toggleReading();
  expect(engine.text).toBe('First one.');
});

test('pause, back and on; a sentence is read again from its beginning', async () => {
  show(1, 'A story', ['First one. Second one.']);
  await startReading();
  stepReading(1);
  pauseReading();
  await Promise.resolve();
  expect([engine.text, speech.value?.status]).toEqual([null, 'paused']);
  stepReading(1);
  expect([engine.text, ...spoken()]).toEqual([null, 'Second one.']);
  stepReading(-1);
  toggleReading();
  expect(engine.text).toBe('First one.');
  stepReading(-1);
  stepReading(-1);
  expect(engine.text).toBe('A story');
});

test('another page that begins to sound silences this one', async () => {
  show(1, 'A story', ['First one.']);
  await startReading();
  new BroadcastChannel('listening').postMessage('begun');
  await until(() => speech.value?.status === 'paused');
  expect(engine.text).toBeNull();
});

test('reading goes on in the page that the reader leaves for, at its sentence', async () => {
  show(1, 'A story', ['First one. Second one.']);
  await startReading();
  stepReading(1);
  expect(await handOver()).toBe('/all/entry/1');
  expect([engine.text, speech.value]).toEqual([null, null]);
  await takeOver();
  expect([speech.value?.at, engine.text]).toEqual([1, 'First one.']);
  engine.begin();
  engine.end();
  expect(engine.text).toBe('Second one.');
  stopReading();
  await takeOver();
  expect(speech.value).toBeNull();
});

test('where the browser wants a press first, it waits at its sentence for one', async () => {
  show(1, 'A story', ['First one. Second one.']);
  await startReading();
  stepReading(1);
  await handOver();
  await takeOver();
  engine.fail('not-allowed');
  expect([speech.value?.status, speech.value?.at, silence.value]).toEqual(['paused', 1, null]);
  toggleReading();
  expect(engine.text).toBe('First one.');
});

test('what was paused goes on nowhere, nor what was left long ago', async () => {
  show(1, 'A story', ['First one.']);
  await startReading();
  pauseReading();
  await handOver();
  await takeOver();
  expect(speech.value).toBeNull();
  await startReading();
  await handOver();
  const word = kept.get('handover') as { at: number };
  kept.set('handover', { ...word, at: word.at - 60_000 });
  await takeOver();
  expect(speech.value).toBeNull();
});

/** What the page does when another article is opened: shows it a moment later. */
function followOpening(): () => void {
  return route.subscribe(({ entryId }) => {
    if (entryId !== 2) return;
    reading.value = { entry: entry(2, 'Another'), body: null, status: 'loading' };
    setTimeout(() => show(2, 'Another', ['It goes on.']), 100);
  });
}

function listTwo(): void {
  pages.value = [[entry(1, 'A story'), entry(2, 'Another')]];
  exhausted.value = true;
  selectedId.value = 1;
  route.value = { scope: { kind: 'all' }, entryId: 1 };
  show(1, 'A story', ['Only one.']);
}

async function readToEnd(): Promise<void> {
  await startReading();
  for (let at = 0; at < 2; at++) {
    engine.begin();
    engine.end();
  }
}

test('the next article of the list follows where the reader wants it, and behind the last there is silence', async () => {
  changeListening({ readOn: true });
  listTwo();
  const stop = followOpening();
  await readToEnd();
  await until(() => engine.text === 'Another');
  expect(speech.value?.entryId).toBe(2);
  engine.end();
  expect(engine.text).toBe('It goes on.');
  engine.end();
  await until(() => speech.value === null);
  expect(engine.asked.map(({ text }) => text)).toEqual(['A story', 'Only one.', 'Another', 'It goes on.']);
  stop();
});

test('by itself no article follows, and none behind the last that the timer allows', async () => {
  listTwo();
  await readToEnd();
  expect(speech.value).toBeNull();
  changeListening({ readOn: true });
  sleepAfter('end');
  listTwo();
  await readToEnd();
  expect([speech.value, route.value.entryId, sleep.value, goesOn.value]).toEqual([null, 1, 'never', true]);
});
