import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-for-testing',
    'google-chrome',
    'google-chrome-stable',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const macPaths = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  ],
};

const variables = { chromium: 'CHROME_BIN', firefox: 'FIREFOX_BIN' };

/**
 * Finds an installed browser: by CHROME_BIN or FIREFOX_BIN, on PATH, or where macOS keeps it.
 * @param {'chromium' | 'firefox'} browser
 * @returns {string | null} path of the executable
 */
export function findBrowser(browser) {
  const named = process.env[variables[browser]];
  if (named && existsSync(named)) return named;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const onPath = names[browser].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...macPaths[browser]].find((path) => existsSync(path)) ?? null;
}

/**
 * As findBrowser, but says what to do where there is none.
 * @param {'chromium' | 'firefox'} browser
 * @returns {string}
 */
export function needBrowser(browser) {
  const found = findBrowser(browser);
  if (found) return found;
  const name = browser === 'chromium' ? 'Chromium' : 'Firefox';
  throw new Error(
    `${name} was not found: install it (Debian and Ubuntu: apt install ${names[browser][0]}) or set ${variables[browser]} to its executable.`,
  );
}
