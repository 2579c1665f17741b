import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findBrowser } from './browsers.mjs';

/** The repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Makes a fresh clone able to build and test: installs the dependencies that the lock file names, and the wanted
 * browsers where they lack and this machine's package manager may be used. Throws one sentence that says what to do.
 * @param {{ browsers: ('chromium' | 'firefox')[] }} wanted
 */
export function prepare({ browsers }) {
  if (dependenciesAreStale()) install();
  const missing = browsers.filter((browser) => findBrowser(browser) === null);
  const fonts = browsers.length > 0 && process.platform === 'linux' && !hasChineseFont();
  if (missing.length > 0 || fonts) installPackages(missing, fonts);
  const still = browsers.filter((browser) => findBrowser(browser) === null);
  if (still.length > 0) throw new Error(whatToInstall(still));
}

/**
 * The environment for child processes: the project's own tools first, among them the newer Node that comes as an
 * ordinary dependency.
 */
export function toolEnvironment() {
  const environment = { ...process.env, WXT_TELEMETRY: '0', DO_NOT_TRACK: '1' };
  for (const name of Object.keys(environment)) if (name.startsWith('npm_')) delete environment[name];
  environment.PATH = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const chromium = findBrowser('chromium');
  const firefox = findBrowser('firefox');
  if (chromium) environment.CHROME_BIN = chromium;
  if (firefox) environment.FIREFOX_BIN = firefox;
  return environment;
}

/**
 * Runs a project tool in the foreground; its output goes to this process's error stream, so that what a script
 * prints on its own stays clean.
 * @param {string} command
 * @param {string[]} given
 * @param {import('node:child_process').StdioOptions} [stdio]
 * @returns {number} exit status
 */
export function runTool(command, given, stdio = ['ignore', process.stderr, process.stderr]) {
  const { status, error } = spawnSync(command, given, { cwd: root, env: toolEnvironment(), stdio });
  if (error) throw error;
  return status ?? 1;
}

/** Whether node_modules is not what the lock file says. */
function dependenciesAreStale() {
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (!installed || !wanted) return true;
  for (const [path, { version, optional, peer, link }] of Object.entries(wanted)) {
    if (path === '' || link) continue;
    const there = installed[path];
    if (there ? there.version !== version : !(optional || peer)) return true;
  }
  return Object.keys(installed).some((path) => !(path in wanted));
}

function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

function install() {
  say('Installing dependencies (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error('npm ci failed: check that the npm registry can be reached, then try again.');
}

function hasChineseFont() {
  const folders = [
    '/usr/share/fonts/opentype/noto',
    '/usr/share/fonts/truetype/noto',
    '/usr/share/fonts/noto-cjk',
  ];
  return folders.some((folder) => existsSync(folder) && readdirSync(folder).some((file) => /CJK/.test(file)));
}

/** Debian and its kin only; elsewhere the sentence of whatToInstall has to do. */
function installPackages(browsers, fonts) {
  const apt = aptCommand();
  if (!apt) return;
  const names = { chromium: 'chromium', firefox: 'firefox-esr' };
  const packages = [...browsers.map((browser) => names[browser]), ...(fonts ? ['fonts-noto-cjk'] : [])];
  say(`Installing ${packages.join(', ')} …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const stdio = ['ignore', process.stderr, process.stderr];
  const run = (given) => spawnSync(apt[0], [...apt.slice(1), ...given], { env: environment, stdio });
  run(['update', '-q']);
  run(['install', '-y', '-q', '--no-install-recommends', ...packages]);
}

/** apt-get as this user may run it without being asked for a password; null where that cannot be. */
function aptCommand() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
    ? ['sudo', '-n', 'apt-get']
    : null;
}

function whatToInstall(browsers) {
  const names = browsers.map((browser) => (browser === 'chromium' ? 'Chromium' : 'Firefox')).join(' and ');
  const debian = browsers.map((browser) => (browser === 'chromium' ? 'chromium' : 'firefox-esr')).join(' ');
  return `${names} not found: install with your package manager (Debian and Ubuntu: sudo apt install ${debian}), or set CHROME_BIN or FIREFOX_BIN to an executable.`;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    prepare({ browsers: process.argv.includes('--no-browsers') ? [] : ['chromium', 'firefox'] });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
