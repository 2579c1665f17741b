import { inTurn, opened, pressed, pressedOn, rowMenu, seen } from './doings';
import type { Look, Scene } from './scene';

const at = (name: string, ...looks: Look[]): Scene => ({
  name: `listening-${name}`,
  stage: 'podcasts',
  path: 'reader.html#/audio',
  looks,
});

const playing = inTurn(
  opened('Three editors'),
  pressedOn('.play-button'),
  seen('section.listening .main-play'),
);

/** Chooses from the menu of a row, whose words other buttons have too. */
const queued =
  (title: string): NonNullable<Scene['before']> =>
  async (page, stage) => {
    await rowMenu(title)(page, stage);
    await page.until(
      'the choice',
      (wanted) => {
        const items = [...document.querySelectorAll<HTMLElement>(':popover-open .menu-item')];
        items.find(({ textContent }) => textContent === wanted)?.setAttribute('data-picture-choice', '');
        return document.querySelector('[data-picture-choice]') !== null;
      },
      stage.words('addToQueue'),
    );
    await page.clickOn('[data-picture-choice]');
  };

const stopped: NonNullable<Scene['after']> = async (page, { words }) => {
  const button = await page.query('button', words('stopListening'));
  if (button) await page.click('button', words('stopListening'));
  await page.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { remove(k: string[]): Promise<void> } } };
    };
    return chrome.storage.local.remove(['hearing', 'queue']);
  });
};

/** A voice where the machine has none: what the bar shows while it reads is all that is looked at. */
const voiced: NonNullable<Scene['before']> = async (page) => {
  await page.page.evaluateOnNewDocument(() => {
    const voice = { name: 'A voice', lang: 'zh-CN', localService: true, default: true, voiceURI: 'voice' };
    const english = { ...voice, lang: 'en-GB', voiceURI: 'english' };
    speechSynthesis.getVoices = () => [voice, english];
    speechSynthesis.speak = (utterance) =>
      setTimeout(() => utterance.onstart?.(new Event('start') as never), 0);
  });
  await page.page.reload();
};

/** The bar of what is heard, and what stands in it. */
export const listeningScenes: readonly Scene[] = [
  {
    ...at('player', '360-zh_CN-dark', '360-en-black'),
    stage: 'feeds',
    before: pressedOn('[role="feed"] article'),
  },
  { ...at('recording', '800-en-light', '360-zh_TW-sepia'), before: opened('Three editors') },
  {
    ...at('playing', '360-zh_CN-light', '800-en-dark', '1440-zh_TW-sepia', '1440-en-light'),
    before: playing,
    after: stopped,
  },
  {
    ...at('sleep', '360-en-light', '800-zh_TW-dark'),
    before: inTurn(playing, pressed('sleepTimer')),
    after: stopped,
  },
  {
    ...at('queue-empty', '360-zh_CN-light', '1440-en-dark'),
    before: inTurn(playing, pressed('queueTitle'), seen('.queue-panel:popover-open, .queue-panel')),
    after: stopped,
  },
  {
    ...at('queue', '360-en-dark', '800-zh_CN-light', '1440-zh_TW-black'),
    before: inTurn(
      playing,
      // where there is one pane, the list is behind the article
      (page) => page.press('Escape'),
      queued('晚报'),
      queued('The evening'),
      queued('書店'),
      pressedOn('.icon-button:has(> .queue-count)'),
      seen('.queue-list'),
    ),
    after: stopped,
  },
  {
    ...at('failed', '360-en-light', '800-zh_CN-black', '1440-zh_TW-light'),
    before: inTurn(opened('Letters'), pressedOn('.play-button'), seen('.player .note.warn')),
    after: stopped,
  },
  {
    ...at('no-voice', '360-en-light', '800-zh_TW-sepia', '1440-zh_CN-dark'),
    before: inTurn(opened('Three editors'), pressed('readAloud'), seen('section.listening [role=alert]')),
  },
  {
    ...at('aloud', '360-zh_CN-light', '800-en-sepia', '1440-zh_TW-dark'),
    before: inTurn(voiced, opened('Three editors'), pressed('readAloud'), seen('section.listening')),
  },
  {
    name: 'popup-playing',
    stage: 'podcasts',
    path: 'popup.html#/all',
    looks: ['400-en-light', '400-zh_CN-dark'],
    before: inTurn(opened('Three editors'), pressedOn('.play-button'), seen('section.listening .main-play')),
    after: stopped,
  },
];
