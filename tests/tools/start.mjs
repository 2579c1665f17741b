// `npm start [-- --browser firefox]`: the main job, on a fresh clone with nothing but Node and npm.
import { prepare, root, runTool } from './prepare.mjs';

const firefox = process.argv.some(
  (word, index) =>
    word === '--browser=firefox' || (word === 'firefox' && process.argv[index - 1] === '--browser'),
);
const browser = firefox ? 'firefox' : 'chromium';

try {
  prepare({ browsers: [browser] });
  const built = runTool('wxt', firefox ? ['build', '-b', 'firefox', '--mv3'] : ['build']);
  if (built !== 0) throw new Error('The build failed.');
  const result = await demo();
  console.log(JSON.stringify(result));
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

/** The demo is TypeScript like all tests; vite, which the build needs anyway, reads it on any Node. */
async function demo() {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport('./tests/e2e/demo.ts', {
    root,
    configFile: false,
    logLevel: 'error',
  });
  return module.runDemo({ browser, visible: hasDisplay() });
}

function hasDisplay() {
  if (process.env.CI) return false;
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
