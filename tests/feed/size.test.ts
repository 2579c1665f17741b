import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { expect, it } from 'vitest';

it('the parser is at most 14 kB, minified and compressed', { timeout: 60_000 }, async () => {
  const input = new URL('../../utils/feed/parse.ts', import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      rolldownOptions: { input, preserveEntrySignatures: 'strict' },
    },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rollup.RollupOutput[];
  const code = output?.output.map((part) => (part.type === 'chunk' ? part.code : '')).join('') ?? '';
  const bytes = gzipSync(code, { level: 9 }).length;
  console.log(`parser: ${Buffer.byteLength(code)} bytes minified, ${bytes} compressed`);
  expect(code).toContain('jsonfeed');
  expect(bytes).toBeLessThanOrEqual(14_000);
});
