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
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
      ...(one.matches(stops) ? [one] : []),
      ...(one.shadowRoot ? within(one.shadowRoot) : []),
    ]);
  const radios = new Set<string>();
  const reachable = within(document).filter((one) => {
    delete one.dataset.walk;
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
  const isInside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const outlined = isOutlined(shown) || isOutlined(shown.parentElement);
  const place = Number(at.dataset.walk ?? -1);
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

export interface Walk {
  /** Everything that the keyboard should come to. */
  controls: string[];
  stops: Stop[];
}

/** Presses Tab from the page's beginning, or Shift+Tab from its last control, until the keyboard is at the other end. */
export async function walk(page: ExtensionPage, direction: 'on' | 'back'): Promise<Walk> {
  await page.page.bringToFront();
  const controls = await page.evaluate(numberControls, direction === 'back');
  // where a script put the keyboard, the browser need not show it
  const stops: Stop[] = [{ ...(await page.evaluate(whereAmI)), seen: true }];
  const end = direction === 'on' ? controls.length - 1 : 0;
  for (let pressed = 0; pressed < controls.length + 3 && stops.at(-1)?.place !== end; pressed++) {
    if (direction === 'back') await page.page.keyboard.down('Shift');
    await page.page.keyboard.press('Tab');
    if (direction === 'back') await page.page.keyboard.up('Shift');
    stops.push(await page.evaluate(whereAmI));
  }
  return { controls, stops };
}

/** What is wrong with a walk, a line each: places not come to, come to out of order, or not to be seen there. */
export function stumbles({ controls, stops }: Walk, direction: 'on' | 'back'): string[] {
  const order = stops.map(({ place }) => place).filter((place) => place >= 0);
  const reached = new Set(order);
  const missed = controls.filter((_, place) => !reached.has(place)).map((name) => `not reached: ${name}`);
  const sign = direction === 'on' ? 1 : -1;
  const backwards = order.filter((place, at) => at > 0 && (place - (order[at - 1] ?? 0)) * sign < 0);
  const strange = stops.filter(({ place, name }) => place < 0 && name !== '');
  return [
    ...missed,
    ...backwards.map((place) => `out of order: ${controls[place]}`),
    ...strange.map(({ name }) => `nothing to stop at: ${name}`),
    ...stops.filter(({ seen }) => !seen).map(({ place, name }) => `not seen: ${controls[place] ?? name}`),
  ];
}
