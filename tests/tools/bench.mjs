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
const { module } = await runnerImport('./tests/bench/reader-bench.ts', {
  root,
  configFile: false,
  logLevel: 'error',
});
const measures = [];
for (const browser of browsers) {
  for (const measure of await module.benchReader(browser)) {
    measures.push(measure);
    const { ms, floorMs, ratio, name } = measure;
    console.log(
      `${browser.padEnd(8)}  ${String(ms).padStart(7)} ms  floor ${String(floorMs).padStart(6)} ms  ${ratio.toFixed(1).padStart(6)} x  ${name}`,
    );
  }
}
const file = option('json');
if (file) {
  const cores = cpus().length;
  writeFileSync(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), node: process.version, cores, measures }, null, 2)}\n`,
  );
}
process.exit(0);
