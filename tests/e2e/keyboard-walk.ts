import type { ExtensionPage } from './extension-page';

export interface Stop {
  /** Its number among all that can be reached, as they stand in the page; -1 for none of them. */
  place: number;
  name: string;
  /** Whether it can be seen that the keyboard is there. */
  seen: boolean;
}

/** Numbers everything that the Tab key should come to, in the page's order, and goes to the first or last; gives the names. */
function numberControls(backwards: boolean): string[] {
  const stops =
    'a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex]';
  const within = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => {
      // what was one in a walk before may be none any more
      delete one.dataset?.walk;
      return [...(one.matches(stops) ? [one] : []), ...(one.shadowRoot ? within(one.shadowRoot) : [])];
    });
  const radios = new Set<string>();
  const reachable = within(document).filter((one) => {
    const box = one.getBoundingClientRect();
    if (one.tabIndex < 0 || one.matches(':disabled') || one.closest('[inert]')) return false;
    if (box.width === 0 || !one.checkVisibility({ visibilityProperty: true })) return false;
    const modal = document.querySelector('dialog:modal');
    if (modal && !modal.contains(one)) return false;
    if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
    // of a group the Tab key comes to the chosen one alone
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[name="${one.name}"]`)];
    if (group.some(({ checked }) => checked)) return one.checked;
    return !radios.has(one.name) && radios.add(one.name) !== undefined;
  });
  reachable.at(backwards ? -1 : 0)?.focus();
  return reachable.map((one, at) => {
    one.dataset.walk = String(at);
    const label = one instanceof HTMLInputElement ? one.labels?.[0]?.innerText : '';
    const name = one.getAttribute('aria-label') || label || one.innerText || one.tagName;
    return name.trim().replaceAll(/\s+/g, ' ').slice(0, 60);
  });
}

/** Where the keyboard is. A file input lies unseen over its label, which is outlined in its place. */
function whereAmI(): { place: number; name: string; seen: boolean } {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return { place: -1, name: '', seen: true };
  const shown = at.matches('input[type=file]') ? (at.closest('label') ?? at) : at;
  const isOutlined = (one: Element | null) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  };
  const box = shown.getBoundingClientRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  // something of it is not under what lies over the page (WCAG 2.2, 2.4.11)
  const isInside = [0.5, 0.1, 0.9].some((part) => {
    if (left >= right || top >= bottom) return false;
    const [x, y] = [left + (right - left) * part, top + (bottom - top) * part];
    const hit = (shown.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
    const own = [shown, ...(shown instanceof HTMLInputElement ? (shown.labels ?? []) : [])];
    return hit !== null && own.some((one) => one.contains(hit) || hit.contains(one));
  });
  const outlined = isOutlined(shown) || isOutlined(shown.parentElement);
  const place = Number(at.dataset.walk ?? -1);
  // browsers show in their own way which of a player's buttons it is at, and stop at each
  if (at.matches('audio, video')) return { place, name: at.tagName, seen: isInside };
  // browsers stop at what has more than it shows, so that the arrows can move it; pictures that come may change that
  const { overflowX, overflowY } = getComputedStyle(at);
  const scrolls = /auto|scroll/.test(`${overflowX} ${overflowY}`);
  // and what came only after the controls were counted is a stop as good as any
  const isLate = at.matches('a[href], button, input, select, summary');
  if (place < 0 && (scrolls || isLate)) return { place, name: '', seen: outlined };
  return {
    place,
    name: at.getAttribute('aria-label') ?? `${at.tagName}.${at.className}`,
    seen: outlined && isInside,
  };
}

declare global {
  var walkStops: Stop[];
}

interface Actions {
  browsingContext: { performActions(sources: object[]): Promise<unknown> };
}

/** Presses Tab so often, or with Shift, as fast as the browser takes it. */
async function pressTabs({ page }: ExtensionPage, count: number, isBack: boolean): Promise<void> {
  if (isBack) await page.keyboard.down('Shift');
  if (page.url().startsWith('moz-extension:')) {
    const tab = ['keyDown', 'keyUp'].map((type) => ({ type, value: '\uE004' }));
    const actions = Array.from({ length: count }, () => tab).flat();
    const { browsingContext } = page.mainFrame() as unknown as Actions;
    // its own keyboard, so that what is held down on the other one is
    await browsingContext.performActions([{ type: 'key', id: '__puppeteer_keyboard', actions }]);
  } else await Promise.all(Array.from({ length: count }, () => page.keyboard.press('Tab')));
  if (isBack) await page.keyboard.up('Shift');
}

/** Notes where the keyboard is before each Tab. */
async function noteStops(page: ExtensionPage): Promise<void> {
  await page.evaluateSource(`
    globalThis.walkStops = [];
    globalThis.whereAmI ??= ${whereAmI};
    globalThis.noteStop ??= ({ key }) => key === 'Tab' && globalThis.walkStops.push(whereAmI());
    addEventListener('keydown', noteStop, true);`);
}

interface Walk {
  /** Everything that the keyboard should come to. */
  controls: string[];
  stops: Stop[];
}

/** Presses Tab from the page's beginning, or Shift+Tab from its last control, until the keyboard is at the other end. */
async function walk(page: ExtensionPage, direction: 'on' | 'back'): Promise<Walk> {
  await page.page.bringToFront();
  await noteStops(page);
  const isBack = direction === 'back';
  const controls = await page.evaluate(numberControls, isBack);
  const end = isBack ? 0 : controls.length - 1;
  await pressTabs(page, Math.max(controls.length - 1, 0), isBack);
  let at = await page.evaluate(whereAmI);
  // browsers may stop at more than was counted
  for (let more = 0; more < 24 && at.place !== end; more++) {
    await pressTabs(page, 1, isBack);
    at = await page.evaluate(whereAmI);
  }
  const [first, ...others] = [...(await page.evaluate(() => globalThis.walkStops)), at];
  // where a script put the keyboard, the browser need not show it
  return { controls, stops: first ? [{ ...first, seen: true }, ...others] : [] };
}

/** What is wrong with a walk, a line each: places not come to, come to out of order, or not to be seen there. */
function stumbles({ controls, stops }: Walk, direction: 'on' | 'back'): string[] {
  const order = stops.map(({ place }) => place).filter((place) => place >= 0);
  const reached = new Set(order);
  const missed = controls.filter((_, place) => !reached.has(place)).map((name) => `not reached: ${name}`);
  const sign = direction === 'on' ? 1 : -1;
  const backwards = order.filter((place, at) => at > 0 && (place - (order[at - 1] ?? 0)) * sign < 0);
  const strange = stops.filter(({ place, name }) => place < 0 && name !== '');
  return [
    // a walk past nothing stumbles over nothing
    ...(controls.length === 0 ? ['no controls'] : []),
    ...missed,
    ...backwards.map((place) => `out of order: ${controls[place]}`),
    ...strange.map(({ name }) => `nothing to stop at: ${name}`),
    ...stops.filter(({ seen }) => !seen).map(({ place, name }) => `not seen: ${controls[place] ?? name}`),
  ];
}

/** What is wrong with the way of the Tab key; walked again where something is, because words that pass may go meanwhile. */
export async function stumblesIn(page: ExtensionPage, direction: 'on' | 'back'): Promise<string[]> {
  const found = stumbles(await walk(page, direction), direction);
  return found.length > 0 ? stumbles(await walk(page, direction), direction) : found;
}
