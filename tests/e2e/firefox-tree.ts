import type { ExtensionPage } from './extension-page';
import { inFirefoxWindow } from './firefox-window';

/** Runs in Firefox's own window: roles, names and states of the page in the tab before the reader, a line each. */
const tell = `async (silent) => {
  // held: with the last who holds it the service goes, and the page's tree with it
  const service = window.heardBy ??= Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const page = service.getAccessibleFor(gBrowser.selectedBrowser)?.firstChild;
  if (!page) return [];
  const heard = ['pressed', 'expanded', 'collapsed', 'checked', 'unavailable', 'invalid', 'modal'];
  const lines = [];
  const attributesOf = (node) => {
    const found = {};
    for (const { key, value } of node.attributes?.enumerate() ?? []) found[key] = value;
    return found;
  };
  const visit = (node, depth, isLive) => {
    const state = {}, extra = {};
    node.getState(state, extra);
    const states = [...service.getStringStates(state.value, extra.value)].filter((one) => heard.includes(one));
    const { level, live, posinset, setsize, 'xml-roles': own } = attributesOf(node);
    const plain = service.getStringRole(node.role);
    const role = own && own !== 'presentation' ? own.split(' ')[0] : plain;
    // what a live region announces is its words
    const isSilent = silent.includes(plain) && !own && !(isLive && plain === 'text leaf');
    if (!isSilent) {
      const place = own === 'article' && posinset ? [posinset + ' of ' + setsize] : [];
      const said = [...place, ...(level ? ['level ' + level] : []), ...states, ...(live && live !== 'off' ? ['live ' + live] : [])];
      const name = (node.name ?? '').trim();
      const more = (node.description ?? '').trim();
      lines.push('  '.repeat(depth) + role + (name && ' "' + name + '"') + (more && more !== name && ', ' + more) + (said.length > 0 ? ' (' + said.join(', ') + ')' : ''));
    }
    for (let child = node.firstChild; child; child = child.nextSibling) 
      visit(child, isSilent ? depth : depth + 1, isLive || (live && live !== 'off'));
  };
  visit(page, 0, false);
  return lines;
}`;

/** Roles that say nothing to a listener, or say what their parent's name has said. */
const silent = [
  'text leaf',
  'text container',
  'text',
  'section',
  'paragraph',
  'label',
  'whitespace',
  'graphic',
  'list item marker',
  'combobox list',
  'combobox option',
  'emphasis',
  'strong',
  'generic',
];

/** What Firefox tells a screen reader of the whole page, with what stands in what by its indentation. */
export async function toldByFirefox(page: ExtensionPage): Promise<string[]> {
  await page.page.bringToFront();
  return inFirefoxWindow<string[]>(page.page.browser(), tell, silent);
}
