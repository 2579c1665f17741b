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

/** What a reader who sets texts wider finds cut off in what is pressed or says what something is, a line each. */
export function cut(page: ExtensionPage): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, .button, label, legend, h1, h2, h3, th, .note, .lead',
      ),
    ]
      .filter((one) => {
        const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(one);
        // of titles two lines are shown, however they are set
        if (webkitLineClamp !== 'none') return false;
        const hides = /hidden|clip/;
        const wide =
          hides.test(overflowX) && textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 1;
        const high = hides.test(overflowY) && one.scrollHeight > one.clientHeight + 1;
        return one.checkVisibility() && !one.closest('.visually-hidden') && (wide || high);
      })
      .map((one) => `${one.tagName}.${one.className} is cut: ${one.innerText.slice(0, 40)}`),
  );
}

/** Sets all texts as wide as readers may have to (WCAG 2.2, 1.4.12), or as they were. */
export function setWider(page: ExtensionPage, isWider: boolean): Promise<void> {
  return page.evaluate((on) => {
    const own = globalThis as typeof globalThis & { wider?: CSSStyleSheet };
    own.wider ??= new CSSStyleSheet();
    own.wider.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    const others = document.adoptedStyleSheets.filter((one) => one !== own.wider);
    document.adoptedStyleSheets = on ? [...others, own.wider] : others;
  }, isWider);
}
