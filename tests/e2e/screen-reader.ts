import type { Protocol } from 'puppeteer-core';
import type { ExtensionPage } from './extension-page';

type Node = Protocol.Accessibility.AXNode;

/** Roles that say nothing to a listener, or say what their parent's name has said. */
const silent = new Set([
  'none',
  'generic',
  'StaticText',
  'InlineTextBox',
  'LineBreak',
  'LabelText',
  'paragraph',
  'ListMarker',
  'Legend',
  'RootWebArea',
  'MenuListPopup',
  'option',
  'strong',
  'emphasis',
  'SvgRoot',
]);

/** States that are heard, in the order they are written in. */
const states = [
  'level',
  'pressed',
  'expanded',
  'checked',
  'disabled',
  'invalid',
  'live',
  'modal',
  'valuetext',
];

function stateWords({ properties = [] }: Node): string {
  const byName = new Map(properties.map(({ name, value }) => [String(name), value.value]));
  const said = states.flatMap((name) => {
    const value: unknown = byName.get(name);
    const isSilent = value === undefined || value === '' || value === 'false' || value === 'off';
    // false is heard of what can be pressed, opened or ticked, and of nothing else
    if (isSilent && !['pressed', 'expanded', 'checked'].includes(name)) return [];
    if (value === undefined || (value === false && name !== 'expanded')) return [];
    return [`${name} ${value}`];
  });
  return said.length > 0 ? ` (${said.join(', ')})` : '';
}

/** One line a node: its role, its name, its states. */
function lineOf(node: Node): string | null {
  const role = String(node.role?.value ?? 'none');
  if (node.ignored || silent.has(role)) return null;
  const name = String(node.name?.value ?? '').trim();
  const more = String(node.description?.value ?? '').trim();
  const described = more === '' || more === name ? '' : `, ${more}`;
  return `${role}${name === '' ? '' : ` "${name}"`}${described}${stateWords(node)}`;
}

/**
 * What Chromium tells a screen reader of the page: a line for each element that is heard, indented as they stand in each
 * other. `within` is a selector; only what stands in it is told.
 */
export async function heard(page: ExtensionPage, within = 'body'): Promise<string> {
  const tools = await page.page.createCDPSession();
  await tools.send('Accessibility.enable');
  const { root } = await tools.send('DOM.getDocument');
  const { nodeId } = await tools.send('DOM.querySelector', { nodeId: root.nodeId, selector: within });
  const { node: described } = await tools.send('DOM.describeNode', { nodeId });
  const { nodes } = await tools.send('Accessibility.getFullAXTree');
  await tools.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const tell = (node: Node, depth: number) => {
    const line = lineOf(node);
    if (line !== null) lines.push('  '.repeat(depth) + line);
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) tell(child, line === null ? depth : depth + 1);
    }
  };
  const top = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === described.backendNodeId);
  if (top) tell(top, 0);
  return lines.join('\n');
}
