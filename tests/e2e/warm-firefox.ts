import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../tools/browsers.mjs';
import { closeBrowser, newProfile, removeProfile } from './session';

/** What Firefox compiles when it starts for the first time, and what says which Firefox has compiled it. */
const compiled = ['startupCache', 'compatibility.ini'];

/**
 * Starts Firefox once and keeps what it has compiled of itself: each test has a profile of its own, and would have it
 * compiled anew, for a second and more. Nothing else of that profile comes into another.
 */
export async function setup(): Promise<(() => void) | undefined> {
  const executablePath = findBrowser('firefox');
  if (!executablePath || process.env.E2E_BROWSERS === 'chromium') return;
  const profile = newProfile();
  const kept = mkdtempSync(join(tmpdir(), 'broadsheet-firefox-'));
  try {
    await closeBrowser(await puppeteer.launch({ browser: 'firefox', executablePath, userDataDir: profile }));
    copyCompiled(profile, kept);
    process.env.BROADSHEET_FIREFOX = kept;
  } catch {
    // it only saves time: the tests themselves say what is wrong with Firefox
  }
  removeProfile(profile);
  return () => removeProfile(kept);
}

/** Puts what was kept into a new profile; where nothing was, Firefox compiles it itself. */
export function warm(profile: string): void {
  const kept = process.env.BROADSHEET_FIREFOX;
  if (kept) copyCompiled(kept, profile);
}

function copyCompiled(from: string, to: string): void {
  for (const name of compiled)
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true });
}
