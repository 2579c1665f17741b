import type { ExtensionPage } from './extension-page';

/**
 * What a reader who enlarges the page would have to move it sideways for, or could not come to at all, a line each.
 * Tables, code and the like may move sideways in a box of their own (WCAG 2.2, 1.4.10).
 */
export function lost(page: ExtensionPage): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const say = (one: Element, why: string) => {
      const name = `${one.tagName.toLowerCase()}.${[...one.classList].join('.')}`;
      found.push(`${name} ${why}: ${(one.textContent ?? '').trim().slice(0, 40)}`);
    };
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth > innerWidth + 1)
      found.push(`the page is ${root.scrollWidth} of ${innerWidth} px wide`);
    const movesInside = (one: Element): boolean => {
      for (let box: Element | null = one; box && box !== document.body; box = box.parentElement) {
        const { overflowX, position } = getComputedStyle(box);
        if (box !== one && /auto|scroll/.test(overflowX) && box.scrollWidth > box.clientWidth) return true;
        if (position === 'fixed' || box.classList.contains('visually-hidden')) return false;
      }
      return false;
    };
    for (const one of document.querySelectorAll(
      'body a, body button, body input, body select, body h1, body h2, body p',
    )) {
      if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: false })) continue;
      if (one.closest('.visually-hidden, svg')) continue;
      const { left, right, width } = one.getBoundingClientRect();
      if (width === 0 || movesInside(one)) continue;
      if (right > innerWidth + 1 || left < -1)
        say(one, `stands at ${Math.round(left)} to ${Math.round(right)} of ${innerWidth}`);
    }
    return found;
  });
}
