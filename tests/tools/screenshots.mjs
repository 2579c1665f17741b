// `npm run screenshots`: the README's pictures, in tests/screenshots/.
import { prepare, root, runTool } from './prepare.mjs';

prepare({ browsers: ['chromium'] });
if (runTool('wxt', ['build']) !== 0) throw new Error('The build failed.');
const { runnerImport } = await import('vite');
const { module } = await runnerImport('./tests/e2e/pictures.ts', {
  root,
  configFile: false,
  logLevel: 'error',
});
for (const name of await module.takePictures()) console.log(`tests/screenshots/${name}`);
process.exit(0);
