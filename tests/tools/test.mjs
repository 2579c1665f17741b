// Everything that is tested, in one command: `npm test`, which is also what CI runs.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, toolEnvironment } from './prepare.mjs';

/** The step that runs now; it must not outlive this process. */
let running = null;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (running) killGroup(running.pid);
    process.exit(1);
  });
}

const results = join(root, '.output/test');
const vitest = (project) => [
  'vitest',
  'run',
  '--config',
  'tests/vitest.config.ts',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(results, `${project}.json`)}`,
];

/** In this order; `counts` names a Vitest project whose single tests are counted, otherwise a step counts as one. */
const steps = [
  { name: 'types', command: ['tsc', '--noEmit', '-p', '.'], minutes: 3 },
  {
    name: 'lint',
    command: ['biome', 'check', '--error-on-warnings', '--no-errors-on-unmatched', '.'],
    minutes: 2,
  },
  { name: 'build for Chromium', command: ['wxt', 'build'], minutes: 5 },
  { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox', '--mv3'], minutes: 5 },
  {
    name: 'web-ext lint',
    command: ['web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--no-config-discovery'],
    minutes: 3,
  },
  { name: 'unit tests', command: vitest('node'), counts: 'node', minutes: 10 },
  { name: 'DOM tests in Chromium', command: vitest('dom'), counts: 'dom', minutes: 10 },
  { name: 'end-to-end tests in both browsers', command: vitest('e2e'), counts: 'e2e', minutes: 25 },
];

await main();

async function main() {
  try {
    prepare({ browsers: ['chromium', 'firefox'] });
  } catch (error) {
    finish([
      { name: 'prepare', passed: 0, failed: 1, why: error instanceof Error ? error.message : String(error) },
    ]);
    return;
  }
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const outcomes = [];
  for (const step of wantedSteps()) outcomes.push(await run(step));
  finish(outcomes);
}

/** `npm test -- unit lint` runs only the steps whose names contain one of the words. */
function wantedSteps() {
  const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
  return words.length === 0 ? steps : steps.filter(({ name }) => words.some((word) => name.includes(word)));
}

async function run(step) {
  const started = Date.now();
  console.log(`\n— ${step.name}`);
  const status = await runStep(step);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const outcome = step.counts
    ? countTests(step, status)
    : { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  console.log(`— ${step.name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`);
  return { name: step.name, seconds, ...outcome };
}

/** Exit status of a step; -1 when it was ended because its time was over. */
function runStep({ command: [command, ...given], minutes }) {
  return new Promise((done) => {
    const child = spawn(command, given, {
      cwd: root,
      env: { ...toolEnvironment(), NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    running = child;
    const timer = setTimeout(() => {
      console.log(`Ended after ${minutes} minutes.`);
      killGroup(child.pid);
      done(-1);
    }, minutes * 60_000);
    const end = (status) => {
      clearTimeout(timer);
      done(status);
    };
    child.on('error', (error) => {
      console.log(error.message);
      end(-1);
    });
    child.on('exit', (status) => end(status ?? -1));
  });
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It had just ended by itself.
  }
}

/** Counts single tests; a file that did not load, or a runner that failed beside its tests, is a failure too. */
function countTests({ counts }, status) {
  const path = join(results, `${counts}.json`);
  if (!existsSync(path)) return { passed: 0, failed: 1, why: 'The test runner gave no result.' };
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  const unaccounted = status !== 0 && failed === 0 ? 1 : 0;
  const named = (wanted) =>
    report.testResults.flatMap((file) =>
      file.assertionResults
        .filter(wanted)
        .map((one) => `${file.name.replace(`${root}/`, '')}: ${one.fullName}`),
    );
  const failedNames = named(({ status }) => status === 'failed');
  const again = named(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0);
  const brokenNames = broken.map(
    (file) => `${file.name.replace(`${root}/`, '')}: ${(file.message ?? '').split('\n')[0]}`,
  );
  const nothing = report.numPassedTests + failed === 0 ? 1 : 0;
  return {
    passed: report.numPassedTests,
    failed: failed + unaccounted + nothing,
    why: [...failedNames, ...brokenNames].join('\n    '),
    again,
  };
}

function finish(outcomes) {
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log('\nSummary');
  for (const { name, passed, failed, seconds, why, again = [] } of outcomes) {
    console.log(
      `  ${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} passed, ${failed} failed${seconds ? ` (${seconds} s)` : ''}`,
    );
    if (failed > 0 && why) console.log(`    ${why}`);
    for (const test of again) console.log(`    needed a second try: ${test}`);
  }
  process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
}
