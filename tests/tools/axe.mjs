// What axe finds in every state of every page, in all themes: `npm run axe [-- <name>]` (after `npm run build`), a table at
// its end. With a name (`firefox`, `settings, .* in en-US`) only those runs are made anew; of others, the last are told.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, toolEnvironment } from './prepare.mjs';

const folder = join(root, '.output/axe');
const only = process.argv[2];
if (only === undefined) rmSync(folder, { recursive: true, force: true });
const { status } = spawnSync(
  'vitest',
  [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    'e2e',
    '--testTimeout',
    '400000',
    ...(only === undefined ? [] : ['--testNamePattern', only]),
    'accessible.test',
  ],
  { cwd: root, env: { ...toolEnvironment(), AXE: 'all' }, stdio: 'inherit' },
);
const files = existsSync(folder) ? readdirSync(folder).sort() : [];
const runs = files.map((file) => {
  const [browser, language] = file.split(' ');
  return { column: `${browser} ${language}`, seen: JSON.parse(readFileSync(join(folder, file), 'utf8')) };
});
const columns = [...new Set(runs.map(({ column }) => column))];
const states = new Map();
for (const { column, seen } of runs)
  for (const { state, findings } of seen) states.set(state, { ...states.get(state), [column]: findings });

/** Violations in each theme, in the order of the head. */
const cell = (findings) =>
  findings ? findings.map(({ violations }) => violations.length).join(' ') : 'not seen';
console.log(
  `\n| state | ${columns.map((one) => `${one}: light sepia dark black`).join(' | ')} |\n|---|${columns.map(() => '---').join('|')}|`,
);
for (const [state, row] of states)
  console.log(`| ${state} | ${columns.map((one) => cell(row[one])).join(' | ')} |`);
const each = runs.flatMap(({ seen }) => seen.flatMap(({ findings }) => findings));
const found = each.reduce((sum, { violations }) => sum + violations.length, 0);

/** How often axe could not decide, by rule and reason. */
const unsure = new Map();
for (const line of each.flatMap((finding) => finding.unsure)) {
  const kind = line.slice(0, line.indexOf(':'));
  unsure.set(kind, (unsure.get(kind) ?? 0) + 1);
}
console.log('\n| axe could not decide | times |\n|---|---|');
for (const [kind, times] of [...unsure].sort(([, one], [, other]) => other - one))
  console.log(`| ${kind} | ${times} |`);
console.log(`\n${states.size} states, ${each.length} runs of axe, ${found} violations`);
process.exitCode = status === 0 && each.length > 0 && found === 0 ? 0 : 1;
