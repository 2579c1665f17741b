// `npm run screenshots [-- <pattern>]`: the README's pictures, or those whose names fit, in tests/screenshots/.
import { prepare, root, runTool } from './prepare.mjs';

prepare({ browsers: ['chromium'] });
if (runTool('wxt', ['build']) !== 0) throw new Error('The build failed.');
const { runnerImport } = await import('vite');
const { module } = await runnerImport('./tests/e2e/pictures.ts', {
  root,
  configFile: false,
  logLevel: 'error',
});
const only = new RegExp(process.argv[2] ?? '.');
for (const name of await module.takePictures(only)) console.log(`tests/screenshots/${name}`);
process.exit(0);
