import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtensionPage, Size } from './extension-page';
import type { World } from './scenario';

/** A text of the interface in the language that the browser has, by its key; gaps are filled in order. */
export type Words = (key: string, ...gaps: string[]) => string;

/** One state of a page, come to from the one before it. */
export interface Stop {
  name: string;
  /** The address to be at; what stands before the hash stays. */
  at?: string;
  /** What a reader does to come there. */
  by?: (page: ExtensionPage, words: Words, world: World) => Promise<unknown>;
  /** What is there once it is come to. */
  sees: string;
  /** What the stop before it had not: the whole page where it is not said. */
  part?: string;
  /** It is over once the keyboard is elsewhere, or the window has another size. */
  isFleeting?: true;
}

/** States that one page goes through, from its opening to its end. */
export interface Stretch {
  path: string;
  size: Size;
  stops: readonly Stop[];
  /** What is done before it is opened. */
  before?: (world: World) => Promise<void>;
}

export type Look = (page: ExtensionPage, stop: Stop, size: Size) => Promise<void>;

const folder = join(import.meta.dirname, '../../public/_locales');

/** The interface's texts in a language of the browser. */
export function wordsOf(language: string): Words {
  const file = join(folder, language === 'en-US' ? 'en' : language.replace('-', '_'), 'messages.json');
  const messages: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'));
  return (key, ...gaps) => {
    const text = messages[key]?.message;
    if (text === undefined) throw new Error(`No text called ${key}`);
    return text.replaceAll(/\$(\d)/g, (_, place) => gaps[Number(place) - 1] ?? '');
  };
}

async function reach(page: ExtensionPage, stop: Stop, words: Words, world: World): Promise<void> {
  if (stop.at !== undefined)
    await page.evaluate((hash) => {
      location.hash = hash;
    }, stop.at);
  await stop.by?.(page, words, world);
  await page.until(
    `${stop.name}: ${stop.sees}`,
    (sees) => document.querySelector(sees)?.checkVisibility() === true,
    stop.sees,
  );
}

/** Goes from state to state and gives each to `look`. */
export async function tour(
  world: World,
  words: Words,
  stretches: readonly Stretch[],
  look: Look,
): Promise<void> {
  for (const { path, size, stops, before } of stretches) {
    await before?.(world);
    const page = await world.browser.open(path, size);
    await page.page.bringToFront();
    for (const stop of stops) {
      await reach(page, stop, words, world);
      await look(page, stop, size);
    }
    await page.close();
  }
}
