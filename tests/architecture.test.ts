import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  cycles,
  htmlSinks,
  isBarrel,
  reach,
  roomOf,
  strayEdges,
  upwardImports,
  viewTrespasses,
} from './architecture/rules';
import { functionSizes, percentile } from './architecture/sizes';
import { listFiles, readShipped, readSource } from './architecture/source-tree';

const paths = listFiles();
const files = readShipped();
const byPath = new Map(files.map((file) => [file.path, file]));

/** Data tables are as long as the world is wide; each is named here with its reason. */
const tables: Record<string, string> = {};

describe('floors', () => {
  it('imports point to the own room or to lower floors', () => {
    expect(files.flatMap(upwardImports)).toEqual([]);
  });
  it('sees an injected upward import', () => {
    const path = 'utils/model/entry.ts';
    const text = `import { roundOf } from '../../components/shared/tokens';\nimport '../feed/parse';\nexport const x = roundOf;`;
    const injected = { ...readSource(path, 'export const x = 1;'), imports: [] as never[] };
    const imports = [...text.matchAll(/'(\.[^']+)'/g)].map(([, specifier = '']) => ({
      specifier,
      target: specifier.includes('feed') ? 'utils/feed/parse.ts' : 'components/shared/tokens.ts',
      names: [],
    }));
    expect(upwardImports({ ...injected, imports })).toHaveLength(2);
  });
  it('the background reaches neither views nor the DOM subject', () => {
    const background = reach('entrypoints/background/index.ts', byPath);
    expect(background.size).toBeGreaterThan(20);
    // what articles' addresses are is read from strings, by both sides alike
    const words = /^utils\/article\/(images\/(?!unlazy)|addresses|web-address|allow-list|trackers)/;
    const seen = [...background].filter((path) => /^(components|utils\/article)/.test(path));
    expect(seen.filter((path) => !words.test(path))).toEqual([]);
  });
  it('views read and send; they neither fetch nor act nor write', () => {
    expect(files.flatMap(viewTrespasses)).toEqual([]);
  });
  it('every outside system has one home', () => {
    expect(files.flatMap(strayEdges)).toEqual([]);
  });
  it('there are no cycles', () => {
    expect(cycles(byPath)).toEqual([]);
  });
  it('no string becomes markup or code outside DOMPurify', () => {
    expect(files.flatMap(htmlSinks)).toEqual([]);
  });
  it.each([
    'box.innerHTML = text',
    "box['innerHTML'] = text",
    'box.outerHTML += text',
    "box.insertAdjacentHTML('beforeend', text)",
    'Object.assign(box, { innerHTML: text })',
    'box.setHTMLUnsafe(text)',
    'box.setHTML(text)',
    'Document.parseHTMLUnsafe(text)',
    'range.createContextualFragment(text)',
    "new DOMParser().parseFromString(text, 'text/html')",
    'document.write(text)',
    'frame.srcdoc = text',
    "frame.setAttribute('srcdoc', text)",
    "box.setAttribute('onclick', text)",
    "document.createElement('script')",
    'eval(text)',
    'new Function(text)',
    "setTimeout('run()', 1)",
    "trustedTypes.createPolicy('x', {})",
    "importScripts('x.js')",
    "link.href = 'javascript:run()'",
    '<div dangerouslySetInnerHTML={{ __html: text }} />',
    '<iframe srcdoc={text} />',
  ])('sees an injected sink: %s', (code) => {
    const file = readSource('components/shared/injected.tsx', `declare const text: string;\n${code};`);
    expect(htmlSinks(file)).toHaveLength(1);
  });
  it('takes nothing harmless for a sink', () => {
    const code =
      "box.textContent = text; setTimeout(() => run(), 1); box.setAttribute('title', text); <b>innerHTML</b>;";
    expect(htmlSinks(readSource('components/shared/harmless.tsx', code))).toEqual([]);
  });
});

describe('files', () => {
  it('the top level is fixed', () => {
    const allowed =
      /^(entrypoints|components|utils|public|tests|\.ci)\/|^\.[\w.]+$|^(wxt\.config\.ts|package(-lock)?\.json|tsconfig\.json)$|^(README|ARCHITECTURE|CONTRIBUTING|CHANGELOG|PRIVACY|SECURITY)\.md$|^LICENSE$/;
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
  });
  it('no barrels, and no names that say nothing', () => {
    expect(files.filter(isBarrel).map(({ path }) => path)).toEqual([]);
    expect(
      files
        .filter(({ path }) => /\/(utils|helpers?|misc|common|types)\.tsx?$/.test(path))
        .map(({ path }) => path),
    ).toEqual([]);
  });
  it('files are small', () => {
    const measured = files.filter(({ path }) => !(path in tables));
    const lines = measured.map((file) => file.lines);
    expect(measured.filter((file) => file.lines > 300).map(({ path }) => path)).toEqual([]);
    expect(percentile(lines, 0.5)).toBeLessThanOrEqual(60);
    expect(percentile(lines, 0.9)).toBeLessThanOrEqual(150);
    expect(Object.keys(tables).filter((path) => !byPath.has(path))).toEqual([]);
  });
  it('functions are small', () => {
    const sizes = files.flatMap(functionSizes);
    const lines = sizes.map((size) => size.lines);
    expect(sizes.filter((size) => size.lines > 60)).toEqual([]);
    expect(percentile(lines, 0.5)).toBeLessThanOrEqual(10);
    expect(percentile(lines, 0.9)).toBeLessThanOrEqual(25);
    expect(sizes.filter((size) => size.lines > 40).length / sizes.length).toBeLessThanOrEqual(0.03);
  });
  it('entrypoints are wiring: at most 5 % of all lines', () => {
    const total = files.reduce((sum, file) => sum + file.lines, 0);
    const wiring = files
      .filter(({ path }) => roomOf(path) === 'entrypoints')
      .reduce((sum, file) => sum + file.lines, 0);
    expect(wiring / total).toBeLessThanOrEqual(0.05);
  });
});

describe('the repository speaks of itself alone', () => {
  const texts = paths.filter(
    (path) =>
      /\.(tsx?|mjs|json|md|css|html|svg|yml)$|^\.|LICENSE/.test(path) && !path.startsWith('tests/fixtures/'),
  );
  it('no absolute path of a machine, no registry host, no escape from the checks', () => {
    const forbidden = [
      new RegExp(`(^|[^\\w.])/(${['wo' + 'rk', 'ro' + 'ot', 'ho' + 'me'].join('|')})/`),
      new RegExp(['npm' + 'js\\.', 'registry\\.' + 'npm', '"res' + 'olved"'].join('|')),
      new RegExp(
        ['@ts-' + '(ignore|expect-error|nocheck)', 'biome-' + 'ignore', 'TO' + 'DO', 'FIX' + 'ME'].join('|'),
      ),
    ];
    const hits = texts.flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      return forbidden.filter((pattern) => pattern.test(text)).map((pattern) => `${path}: ${pattern}`);
    });
    expect(hits).toEqual([]);
  });
  it('no test is skipped or alone', () => {
    const lonely = new RegExp(
      `\\b(it|test|describe)\\.(${['sk' + 'ip', 'on' + 'ly', 'to' + 'do'].join('|')})\\b`,
    );
    expect(
      paths.filter((path) => /^tests\/.*\.tsx?$/.test(path) && lonely.test(readFileSync(path, 'utf8'))),
    ).toEqual([]);
  });
});
