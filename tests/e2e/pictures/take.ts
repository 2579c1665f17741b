import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startFeedServer } from '../../server/feed-server';
import { launchBrowser } from '../browser';
import type { WithExtensionApi } from '../extension-api';
import type { ExtensionPage } from '../extension-page';
import { type Language, type Look, partsOf, type Scene, type Stage, type StageName, wordsIn } from './scene';
import { stages } from './stages';

const root = join(import.meta.dirname, '../../..');
/** Where all of them go; it is not kept. */
export const allFolder = '.output/screenshots';
/** Where those go that the repository keeps. */
export const keptFolder = 'tests/screenshots';

/** A state in one look. */
export interface Picture {
  name: string;
  scene: Scene;
  look: Look;
}

export interface Taken {
  name: string;
  /** Why there is no such picture. */
  failure?: string;
}

/** Every picture of these scenes; two of one name are an error. */
export function picturesOf(scenes: readonly Scene[]): Picture[] {
  const all = scenes.flatMap((scene) =>
    scene.looks.map((look): Picture => ({ name: `${scene.name}-${look}`, scene, look })),
  );
  const twice = all.find(({ name }, at) => all.findIndex((other) => other.name === name) !== at);
  if (twice) throw new Error(`Two pictures are called ${twice.name}`);
  return all;
}

/** Takes pictures in Chromium, one browser for each stage and language; tells of each as soon as it is there. */
export async function takeAll(
  pictures: readonly Picture[],
  kept: ReadonlySet<string>,
  tell: (taken: Taken) => void,
): Promise<void> {
  for (const folder of [allFolder, keptFolder]) mkdirSync(join(root, folder), { recursive: true });
  const groups = new Map<string, Picture[]>();
  for (const picture of pictures) {
    const key = `${picture.scene.stage} ${partsOf(picture.look).language}`;
    groups.set(key, [...(groups.get(key) ?? []), picture]);
  }
  for (const [key, group] of groups) {
    const [name, language] = key.split(' ') as [StageName, Language];
    await onStage(name, language, async (stage) => {
      for (const picture of group) tell(await tried(picture, stage, kept));
    });
  }
}

async function onStage(name: StageName, language: Language, run: (stage: Stage) => Promise<void>) {
  const server = await startFeedServer();
  const browser = await launchBrowser('chromium', {
    language: language === 'en' ? 'en-US' : language.replace('_', '-'),
    mouse: true,
  });
  try {
    const stage = { browser, server, language, words: wordsIn(language) };
    await stages[name](stage);
    await run(stage);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function tried(picture: Picture, stage: Stage, kept: ReadonlySet<string>): Promise<Taken> {
  const { name } = picture;
  try {
    const file = `${name}.png` as const;
    const path = join(root, allFolder, file);
    await take(picture, stage, path as `${string}.png`);
    if (kept.has(name)) copyFileSync(path, join(root, keptFolder, file));
    return { name };
  } catch (error) {
    return { name, failure: String(error).split('\n').slice(0, 3).join(' ') };
  }
}

async function take({ scene, look }: Picture, stage: Stage, path: `${string}.png`): Promise<void> {
  const { width, height, theme } = partsOf(look);
  const desk = await stage.browser.open('icon/16.png');
  await setSettings(desk, { ...scene.settings, theme });
  await desk.close();
  const page = await stage.browser.open(scene.path, { width, height: scene.height ?? height });
  try {
    await isDrawn(page, scene.path);
    await scene.before?.(page, stage);
    // what comes in by itself, pictures and what slides, has had its time by then: a lazy one out of sight never decodes
    await new Promise((done) => setTimeout(done, 800));
    // a tab that is behind may never draw
    await page.page.bringToFront();
    await page.screenshot(path);
    await scene.after?.(page, stage);
  } finally {
    await page.close();
  }
}

function setSettings(desk: ExtensionPage, settings: Scene['settings']): Promise<void> {
  return desk.evaluate((wanted) => {
    const { chrome } = globalThis as unknown as WithExtensionApi;
    return chrome.storage.local.set({ settings: wanted });
  }, settings);
}

function isDrawn(page: ExtensionPage, path: string): Promise<unknown> {
  return path.startsWith('options.html')
    ? page.until('the section', () => document.querySelector('.options-column h1') !== null)
    : page.until('the list', () => document.querySelector('[role="feed"] article, .state') !== null);
}
