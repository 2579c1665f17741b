import type { SourceFile } from './source-tree';
import { walk } from './source-tree';

const functionTypes = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

export interface FunctionSize {
  where: string;
  lines: number;
}

/** The length of every function of a file, from its first to its last line. */
export function functionSizes(file: SourceFile): FunctionSize[] {
  const sizes: FunctionSize[] = [];
  walk(file.tree, (node) => {
    if (!functionTypes.includes(node.type)) return;
    const lines = file.text.slice(node.start, node.end).split('\n').length;
    const line = file.text.slice(0, node.start).split('\n').length;
    sizes.push({ where: `${file.path}:${line}`, lines });
  });
  return sizes;
}

/** The value that a share of the sorted values does not exceed. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
