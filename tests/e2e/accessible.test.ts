import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { axeFinds, type Finding } from './axe';
import type { LaunchOptions } from './browser';
import type { ExtensionPage, Size } from './extension-page';
import { stumblesIn } from './keyboard-walk';
import { cut, lost, setWider } from './reflow';
import { scenario, type World } from './scenario';
import { type Look, type Stop, type Stretch, tour, wordsOf } from './tour';
import { emptyReading, reading } from './tour-reading';
import { emptySettings, settings } from './tour-settings';
import { furnish } from './tour-stage';

/** `npm run axe` looks at everything in every theme; the tests at what differs between themes. */
const all = process.env.AXE === 'all';
const folder = join(import.meta.dirname, '../../.output/axe');

/** What was found in a state; `findings` are a line of the table that `npm run axe` prints. */
interface Seen {
  state: string;
  findings: Finding[];
  /** What stands in the way of a keyboard, or of a reader who enlarges the page. */
  others: string[];
}

/** 1280 px at 400 %, first as it is, then with its texts set wider. */
async function whenEnlarged(page: ExtensionPage, size: Size): Promise<string[]> {
  await page.resize({ width: 320, height: 640 });
  await page.until('the size', () => innerWidth === 320);
  const found = await lost(page);
  await setWider(page, true);
  const wider = [...(await lost(page)), ...(await cut(page))].map((one) => `set wider: ${one}`);
  await setWider(page, false);
  await page.resize(size);
  await page.until('the size', (width) => innerWidth === width, size.width);
  return [...found, ...wider];
}

/** A panel is walked through where it is opened and left. */
const isPanel = ({ part = '' }: Stop) => part.includes('popover');

async function lookAt(page: ExtensionPage, stop: Stop, size: Size): Promise<Seen> {
  const findings = await axeFinds(page, stop.part, all);
  // the table is of axe alone
  if (all) return { state: stop.name, findings, others: [] };
  // a window is as narrow in both browsers; what each makes of enlarged pages, by-hand.test looks at
  const isSeenElsewhere = page.page.url().startsWith('moz-extension:');
  const others = stop.isFleeting || isSeenElsewhere ? [] : await whenEnlarged(page, size);
  if (!stop.isFleeting && !isPanel(stop)) others.push(...(await stumblesIn(page, 'on')));
  return { state: stop.name, findings, others };
}

function expectNothing(seen: readonly Seen[]): void {
  // over all states: one look at the report shows all of it
  const wrong = seen.flatMap(({ state, findings, others }) => [
    ...findings.flatMap(({ theme, violations }) => violations.map((one) => `${state}, ${theme}: ${one}`)),
    ...others.map((one) => `${state}: ${one}`),
  ]);
  expect(wrong).toEqual([]);
  // a rule that looks at nothing finds nothing
  for (const { state, findings } of seen)
    expect(findings.length > 1 && findings.every(({ rules }) => rules > 0), state).toBe(true);
}

async function everyState(
  world: World,
  language: string,
  [name, empty, full]: readonly [string, readonly Stretch[], readonly Stretch[]],
): Promise<void> {
  const words = wordsOf(language);
  const seen: Seen[] = [];
  const look: Look = async (page, stop, size) => {
    seen.push(await lookAt(page, stop, size));
  };
  await tour(world, words, empty, look);
  await furnish(world);
  await tour(world, words, full, look);
  if (all) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${world.browser.name} ${language} ${name}.json`), JSON.stringify(seen));
  }
  expectNothing(seen);
}

/** Firefox speaks the languages that are installed for it, and a machine for tests has none but English. */
const inEach: (LaunchOptions & { only: 'chromium' | 'firefox'; language: string })[] = [
  { only: 'chromium', language: 'zh-CN' },
  { only: 'firefox', language: 'en-US' },
  ...(all ? [{ only: 'chromium' as const, language: 'en-US' }] : []),
];
const pages = [
  ['reading', emptyReading, reading],
  ['settings', emptySettings, settings],
] as const;
for (const options of inEach)
  for (const part of pages)
    scenario(
      `no reader is kept out of ${part[0]}, without eyes, pointer or much room, in ${options.language}`,
      (world) => everyState(world, options.language, part),
      options,
    );
