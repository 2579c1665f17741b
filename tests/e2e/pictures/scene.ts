import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings, Theme } from '../../../utils/model/settings';
import type { FeedServer } from '../../server/feed-server';
import type { TestBrowser } from '../browser';
import type { ExtensionPage } from '../extension-page';

export type Language = 'en' | 'zh_CN' | 'zh_TW';
/** The popup's own 400, and the three widths that the design names. */
export type Width = 360 | 400 | 800 | 1440;

/** How a state is looked at: its width, the language of the interface, the theme. */
export type Look = `${Width}-${Language}-${Exclude<Theme, 'auto'>}`;

/** What a reader has: see stages.ts. */
export type StageName =
  | 'empty'
  | 'ungranted'
  | 'feeds'
  | 'articles'
  | 'podcasts'
  | 'health'
  | 'many'
  | 'polling';

/** What a scene may use besides its page. */
export interface Stage {
  browser: TestBrowser;
  server: FeedServer;
  language: Language;
  /** The words of the interface, by the key of their message. */
  words(key: string): string;
}

/** One state of one page. */
export interface Scene {
  /** Page and state, as in 'popup-empty'; with the look it names the file. */
  name: string;
  stage: StageName;
  /** The page's address within the extension. */
  path: string;
  /** Not the full cross product: those in which something can go wrong. */
  looks: readonly Look[];
  /** In px; by the width without it. */
  height?: number;
  settings?: Partial<Settings>;
  /** Brings the page into its state, and waits until it is there. */
  before?: (page: ExtensionPage, stage: Stage) => Promise<unknown>;
  /** Takes back what would stand in the way of the next scene. */
  after?: (page: ExtensionPage, stage: Stage) => Promise<unknown>;
}

const heights: Record<Width, number> = { 360: 740, 400: 600, 800: 900, 1440: 900 };

export interface LookParts {
  width: Width;
  height: number;
  language: Language;
  theme: Theme;
}

/** A look taken apart; the height is the usual one of its width. */
export function partsOf(look: Look): LookParts {
  const [width, language, theme] = look.split('-') as [string, Language, Theme];
  const known = Number(width) as Width;
  return { width: known, height: heights[known], language, theme };
}

/** The interface's words in a language, by the key of their message; throws for one that there is not. */
export function wordsIn(language: Language): (key: string) => string {
  const path = join(import.meta.dirname, `../../../public/_locales/${language}/messages.json`);
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { message: string }>;
  return (key) => {
    const found = messages[key];
    if (!found) throw new Error(`No message ${key}`);
    return found.message;
  };
}
