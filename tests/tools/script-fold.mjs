// Writes utils/text/script-fold-table.ts anew from the dictionaries of OpenCC.
import { writeFileSync } from 'node:fs';
import { root } from './prepare.mjs';

/** What the dictionaries leave apart, because a conversion must choose, and a search must not. */
const further = ['你妳', '它牠', '只衹祇', '户戸', '乡鄕', '了瞭', '仿倣', '效傚'];

const dictionaries = ['TSCharacters', 'STCharacters', 'TWVariants', 'HKVariants'];
const parent = new Map();
const find = (one) => {
  let at = one;
  while (parent.has(at)) at = parent.get(at);
  return at;
};

/** The last one is what the others stand for. */
function join(from, to) {
  if (from.length > 1 || to.length > 1) return;
  const [a, b] = [find(from), find(to)];
  if (a !== b) parent.set(a, b);
}

/** Groups of characters that are one to a search, each with the one first that all are folded to. */
export async function scriptGroups() {
  for (const name of dictionaries) {
    const { default: lines } = await import(`opencc-js/dict/${name}`);
    for (const line of lines.split('|')) {
      const [from, ...to] = line.split(' ');
      for (const one of to) join(from, one);
    }
  }
  for (const [first, ...rest] of further) for (const one of rest) join(one, first);
  const groups = new Map();
  for (const one of [...parent.keys()].sort()) groups.set(find(one), [...(groups.get(find(one)) ?? []), one]);
  return [...groups].sort().map(([first, rest]) => first + rest.join(''));
}

export function asTable(groups) {
  const lines = [];
  for (const group of groups) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + group.length < 100) lines.push(`${lines.pop()} ${group}`);
    else lines.push(group);
  }
  return lines;
}

if (process.argv[1] === import.meta.filename) {
  const lines = asTable(await scriptGroups());
  const text = `/**
 * Characters that are one to a search, group by group, each after the one that stands for it: simplified, traditional and
 * variant forms. From the dictionaries of OpenCC (Apache License 2.0, https://github.com/BYVoid/OpenCC), by
 * tests/tools/script-fold.mjs.
 */
export const scriptGroups = \`
${lines.join('\n')}
\`;
`;
  writeFileSync(`${root}/utils/text/script-fold-table.ts`, text);
}
