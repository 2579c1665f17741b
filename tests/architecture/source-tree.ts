import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseAst } from 'vite';

/** A node of the syntax tree (ESTree): only what the rules look at. */
export interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

export interface Import {
  /** As written. */
  specifier: string;
  /** The file in this repository, or null for a package. */
  target: string | null;
  names: string[];
}

export interface SourceFile {
  path: string;
  text: string;
  lines: number;
  tree: Node;
  imports: Import[];
}

const isCode = (path: string) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
const shipped = /^(entrypoints|components|utils)\//;

/** Paths that git tracks, or would track, and that exist. */
export function listFiles(): string[] {
  const out = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  return [...new Set(out.split('\n'))].filter((path) => path !== '' && existsSync(path)).sort();
}

/** Calls `visit` for every node below `node`. */
export function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  if (typeof (node as Node).type === 'string') visit(node as Node);
  for (const value of Object.values(node)) if (typeof value === 'object') walk(value, visit);
}

function resolve(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const base = normalize(join(dirname(from), specifier)).replaceAll('\\', '/');
  const found = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find(
    (path) => /\.\w+$/.test(path) && existsSync(path),
  );
  if (found === undefined) throw new Error(`${from}: "${specifier}" leads nowhere`);
  return found;
}

const importTypes = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
];

function importsOf(path: string, tree: Node): Import[] {
  const imports: Import[] = [];
  walk(tree, (node) => {
    const source = node.source as { value?: unknown } | null | undefined;
    if (!importTypes.includes(node.type) || typeof source?.value !== 'string') return;
    const specifiers = (node.specifiers ?? []) as {
      imported?: { name?: string };
      local?: { name?: string };
    }[];
    const names = specifiers.map((item) => item.imported?.name ?? item.local?.name ?? '*');
    imports.push({ specifier: source.value, target: resolve(path, source.value), names });
  });
  return imports;
}

/** Reads one file of code into what the rules look at. */
export function readSource(path: string, text = readFileSync(path, 'utf8')): SourceFile {
  const tree = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node;
  return { path, text, lines: text.trimEnd().split('\n').length, tree, imports: importsOf(path, tree) };
}

/** All code that ships, parsed. */
export function readShipped(): SourceFile[] {
  return listFiles()
    .filter((path) => shipped.test(path) && isCode(path))
    .map((path) => readSource(path));
}
