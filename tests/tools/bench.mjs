// `npm run bench [-- --json FILE] [--browser firefox]`: what the extension costs above the least that is possible,
// measured in the same run, in real browsers.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { prepare, root, runTool } from './prepare.mjs';

const option = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};
const only = option('browser');
const browsers = only ? [only] : ['chromium', 'firefox'];

prepare({ browsers });
if (runTool('wxt', ['build']) !== 0) throw new Error('The build failed.');
if (runTool('wxt', ['build', '-b', 'firefox', '--mv3']) !== 0) throw new Error('The build failed.');

const { runnerImport } = await import('vite');
const load = async (file) => {
  const { module } = await runnerImport(file, { root, configFile: false, logLevel: 'error' });
  return module;
};
const reader = await load('./tests/bench/reader-bench.ts');
const parser = await load('./tests/bench/parser-bench.ts');
const measures = [];
const parsers = [];
for (const browser of browsers) {
  for (const measure of await reader.benchReader(browser)) {
    measures.push(measure);
    const { ms, floorMs, ratio, name } = measure;
    console.log(
      `${browser.padEnd(8)}  ${String(ms).padStart(7)} ms  floor ${String(floorMs).padStart(6)} ms  ${ratio.toFixed(1).padStart(6)} x  ${name}`,
    );
  }
}
for (const browser of browsers) {
  for (const row of await parser.benchParser(browser)) {
    parsers.push(row);
    const times = `feedsmith ${row.feedsmith.toFixed(1)} x, DOMParser ${row.domParser.toFixed(1)} x`;
    const decoder = `${row.overDecoder.toFixed(1)} x TextDecoder`;
    console.log(`${browser.padEnd(8)}  ${String(row.ms).padStart(7)} ms  ${times}, ${decoder}  ${row.name}`);
  }
}
const file = option('json');
if (file) {
  const cores = cpus().length;
  writeFileSync(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), node: process.version, cores, measures, parsers }, null, 2)}\n`,
  );
}
process.exit(0);
