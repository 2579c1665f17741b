// `npm run screenshots [-- [--kept] [--built] [<pattern>]]`: every state of every page, or those whose names fit, in
// .output/screenshots/. --kept takes those alone that tests/screenshots/ keeps, and renews them; so does a run without any
// pattern. --built takes the build that is there.
import { prepare, root, runTool } from './prepare.mjs';

const given = process.argv.slice(2);
const pattern = given.find((word) => !word.startsWith('--'));
prepare({ browsers: ['chromium'] });
if (!given.includes('--built') && runTool('wxt', ['build']) !== 0) throw new Error('The build failed.');
const { runnerImport } = await import('vite');
const { module } = await runnerImport('./tests/e2e/pictures.ts', {
  root,
  configFile: false,
  logLevel: 'error',
});
const only = pattern ? { only: new RegExp(pattern) } : {};
const failed = await module.takePictures({ ...only, kept: given.includes('--kept') });
process.exit(failed === 0 ? 0 : 1);
