// `npm run bench [-- WORD ...] [--browser firefox] [--json FILE] [--rounds 3] [--built]`: what the extension costs above the least
// that is possible, measured in the same run, in real browsers. A WORD picks one part: polls, start, lists, pages, health, reading, heavy,
// exports, keeping, parser, sanitize; and search, which takes ten minutes a browser and is measured only when it is named. `--built` takes the extension as it was built before.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { prepare, root, runTool } from './prepare.mjs';

const given = process.argv.slice(2);
const option = (name) => {
  const at = given.indexOf(`--${name}`);
  return at < 0 ? null : (given[at + 1] ?? null);
};
const isOption = (word, at) =>
  word.startsWith('--') || ['--browser', '--json', '--rounds'].includes(given[at - 1] ?? '');
const words = given.filter((word, at) => !isOption(word, at));
const only = option('browser');
const browsers = only ? [only] : ['chromium', 'firefox'];
const parts = [
  'polls',
  'start',
  'lists',
  'pages',
  'health',
  'reading',
  'heavy',
  'exports',
  'keeping',
  'parser',
  'sanitize',
];
/** Only when they are named. */
const long = ['search'];
const wanted = words.length > 0 ? [...parts, ...long].filter((part) => words.includes(part)) : parts;
if (wanted.length === 0) throw new Error(`No such part: there are ${[...parts, ...long].join(', ')}.`);

prepare({ browsers });
if (!given.includes('--built')) {
  for (const target of browsers) {
    const built = runTool('wxt', ['build', ...(target === 'firefox' ? ['-b', 'firefox', '--mv3'] : [])]);
    if (built !== 0) throw new Error('The build failed.');
  }
}

const { runnerImport } = await import('vite');
const bench = await runnerImport('./tests/bench/bench.ts', { root, configFile: false, logLevel: 'error' });
const results = [];
for (const part of wanted) {
  for (const browser of browsers) {
    await bench.module.runPart(part, browser, Number(option('rounds') ?? 3), (result, line) => {
      results.push(result);
      console.log(line);
    });
  }
}
const file = option('json');
if (file) {
  const facts = { at: new Date().toISOString(), node: process.version, cores: cpus().length, results };
  writeFileSync(file, `${JSON.stringify(facts, null, 2)}\n`);
}
process.exit(0);
