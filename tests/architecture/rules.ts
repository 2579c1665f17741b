import type { Node, SourceFile } from './source-tree';
import { walk } from './source-tree';

/** The floors of ARCHITECTURE.md: a file imports its own room and lower floors only. */
const floors: Record<string, number> = {
  'utils/model': 0,
  'utils/text': 0,
  'utils/feed': 1,
  'utils/opml': 1,
  'utils/discover': 1,
  'utils/schedule': 1,
  'utils/archive': 1,
  'utils/backup': 1,
  'utils/clean': 1,
  'utils/extract': 1,
  'utils/search': 1,
  'utils/article': 1,
  'utils/rules': 1,
  'utils/stories': 1,
  'utils/listening': 1,
  'utils/db': 2,
  'utils/net': 2,
  'utils/browser': 2,
  'utils/messages': 2,
  'utils/actions': 3,
  components: 4,
  entrypoints: 5,
};

/** 'utils/feed' for utils/feed/dates.ts, 'components' for components/popup/list.tsx. */
export function roomOf(path: string): string {
  const [top = '', room = ''] = path.split('/');
  return top === 'utils' ? `utils/${room}` : top;
}

const floorOf = (path: string) => floors[roomOf(path)];
/** `public/_locales` gives the keys of the texts as a type. */
const isData = (path: string) => path.startsWith('public/_locales/');

/** Imports that climb a floor, or enter a room on the same one. */
export function upwardImports(file: SourceFile): string[] {
  const own = floorOf(file.path);
  if (own === undefined) return [`${file.path}: stands in no room of the house`];
  return file.imports.flatMap(({ target }) => {
    if (target === null || isData(target) || roomOf(target) === roomOf(file.path)) return [];
    const floor = floorOf(target);
    return floor !== undefined && floor < own ? [] : [`${file.path} -> ${target}`];
  });
}

const partOf = (path: string) => path.split('/')[1] ?? '';

/** What a view may not see: the network, the verbs, writing to the database, another page's views. */
export function viewTrespasses(file: SourceFile): string[] {
  if (!file.path.startsWith('components/')) return [];
  return file.imports.flatMap(({ target, names }) => {
    if (target === null) return [];
    if (/^utils\/(net|actions)\//.test(target)) return [`${file.path} -> ${target}`];
    if (target.startsWith('components/') && ![partOf(file.path), 'shared'].includes(partOf(target)))
      return [`${file.path} -> ${target}`];
    if (!target.startsWith('utils/db/')) return [];
    return names
      .filter((name) => !/^(get|list|count|search|watch|cached|[A-Z])/.test(name))
      .map((name) => `${file.path}: ${name}`);
  });
}

const edges: { name: string; homes: RegExp; touches: (file: SourceFile) => boolean }[] = [
  {
    name: 'IndexedDB',
    homes: /^utils\/db\//,
    touches: (file) => imports(file, /^idb$/) || uses(file, 'indexedDB'),
  },
  {
    name: 'fetch',
    homes: /^utils\/net\//,
    touches: (file) => uses(file, 'fetch') || uses(file, 'XMLHttpRequest'),
  },
  {
    name: 'the extension API',
    homes: /^(utils\/(browser|messages)|entrypoints)\//,
    touches: (file) => imports(file, /^(wxt\/browser|webextension-polyfill)$/) || uses(file, 'chrome'),
  },
  { name: 'DOMPurify', homes: /^utils\/article\//, touches: (file) => imports(file, /^dompurify$/) },
];

const imports = (file: SourceFile, pattern: RegExp) =>
  file.imports.some(({ specifier }) => pattern.test(specifier));

/** A free identifier, or a member of globalThis, of that name; property names of other objects do not count. */
function uses(file: SourceFile, name: string): boolean {
  let found = false;
  const owned = new Set<unknown>();
  walk(file.tree, (node) => {
    const object = node.object as Node | undefined;
    const isMember = node.type === 'MemberExpression' && node.computed !== true;
    if (isMember && object?.name !== 'globalThis') owned.add(node.property);
    if (
      [
        'Property',
        'MethodDefinition',
        'PropertyDefinition',
        'TSPropertySignature',
        'TSMethodSignature',
      ].includes(node.type)
    )
      owned.add(node.key);
    if (node.type === 'Identifier' && node.name === name && !owned.has(node)) found = true;
  });
  return found;
}

/** Outside systems touched elsewhere than in the one folder that is their edge. */
export function strayEdges(file: SourceFile): string[] {
  return edges
    .filter(({ homes, touches }) => !homes.test(file.path) && touches(file))
    .map(({ name }) => `${file.path} touches ${name}`);
}

const sinks = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'srcdoc',
  'srcDoc',
  'dangerouslySetInnerHTML',
  'setHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'parseFromString',
  'createPolicy',
]);

/** The name that a node speaks of: of a member however it is written, a property, an attribute. */
function wordOf(node: Node): string {
  const name = (node.property ?? node.key ?? node.name) as Node | string | undefined;
  if (typeof name === 'string') return name;
  return String(name?.name ?? name?.value ?? '');
}

const isText = (node: Node | undefined) =>
  node?.type === 'TemplateLiteral' || (node?.type === 'Literal' && typeof node.value === 'string');

/** What a call does with text: runs it, or makes an element or attribute of it that runs. */
function runningCall(callee: Node, given: Node[]): string | null {
  const name = String(callee.name ?? wordOf(callee));
  const [first] = given;
  const text = String(first?.value ?? '');
  if (['eval', 'Function', 'importScripts'].includes(name)) return name;
  if (/^set(Timeout|Interval)$/.test(name) && isText(first)) return `${name} with text`;
  if (/^(setAttribute|toggleAttribute)$/.test(name) && (sinks.has(text) || /^on/i.test(text)))
    return `${name}('${text}')`;
  return name === 'createElement' && /^(script|object|embed)$/i.test(text) ? `<${text}>` : null;
}

function sinksIn(node: Node): string[] {
  const word = wordOf(node);
  if (['MemberExpression', 'JSXAttribute', 'Property'].includes(node.type) && sinks.has(word)) return [word];
  const owner = (node.object as Node | undefined)?.name;
  if (owner === 'document' && /^write(ln)?$/.test(word)) return [`document.${word}`];
  if (node.type === 'Literal' && /^\s*(javascript|vbscript):./i.test(String(node.value)))
    return [String(node.value)];
  const callee = node.callee as Node | undefined;
  return callee ? [runningCall(callee, (node.arguments ?? []) as Node[]) ?? []].flat() : [];
}

/** Ways for a string to become markup or code; only the sanitizer has one, and it is DOMPurify. */
export function htmlSinks(file: SourceFile): string[] {
  const found: string[] = [];
  walk(file.tree, (node) => found.push(...sinksIn(node)));
  return found.map((word) => `${file.path}: ${word}`);
}

/** Files that only pass on what others export. */
export function isBarrel(file: SourceFile): boolean {
  const body = (file.tree.body ?? []) as Node[];
  return (
    body.length > 0 &&
    body.every(
      ({ type, source }) =>
        type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && Boolean(source)),
    )
  );
}

/** Everything that a file leads to. */
export function reach(from: string, files: Map<string, SourceFile>): Set<string> {
  const seen = new Set<string>();
  const todo = [from];
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const { target } of files.get(path)?.imports ?? []) if (target) todo.push(target);
  }
  return seen;
}

/** Files that lead back to themselves. */
export function cycles(files: Map<string, SourceFile>): string[] {
  return [...files.keys()].filter((path) =>
    (files.get(path)?.imports ?? []).some(({ target }) => target !== null && reach(target, files).has(path)),
  );
}
