import type { ElementHandle, Page } from 'puppeteer-core';

export interface Size {
  width: number;
  height: number;
}

const patience = 15_000;

/**
 * One page of the extension, driven as a reader would: by role and accessible name, with real mouse and keyboard
 * events. Waiting happens on this side, because the extension's own policy forbids the evaluated polling that
 * drivers inject.
 */
export class ExtensionPage {
  constructor(
    readonly page: Page,
    private readonly load: (page: Page, path: string) => Promise<void>,
    private path: string,
  ) {}

  /** Runs a function in the page; arguments and answer are copied. */
  evaluate<T, A extends unknown[]>(run: (...given: A) => T | Promise<T>, ...given: A): Promise<T> {
    return this.page.evaluate(run as (...any: unknown[]) => T, ...given) as Promise<T>;
  }

  /** Runs a script's text in the page, which its policy would not let the page itself do. */
  async evaluateSource(source: string): Promise<void> {
    await this.page.evaluate(source);
  }

  /** Repeats a function in the page until it gives something truthy; rejects with what the page showed. */
  async until<T, A extends unknown[]>(
    what: string,
    run: (...given: A) => T | Promise<T>,
    ...given: A
  ): Promise<NonNullable<T>> {
    let last: unknown;
    const value = await poll(async () => {
      last = await this.evaluate(run, ...given);
      return last;
    });
    if (value) return value as NonNullable<T>;
    const shown = await this.evaluate(() => document.body.innerText.slice(0, 1500));
    throw new Error(`Waited in vain for ${what} (last: ${JSON.stringify(last)}). The page shows:\n${shown}`);
  }

  /** The element with this role and accessible name, once it is there. */
  async find(role: string, name: string): Promise<ElementHandle<Element>> {
    const found = await poll(() => this.query(role, name));
    if (found) return found;
    const shown = await this.evaluate(() => document.body.innerText.slice(0, 1500));
    throw new Error(`No ${role} named "${name}". The page shows:\n${shown}`);
  }

  /** As find, but at once, null where there is none. */
  query(role: string, name: string): Promise<ElementHandle<Element> | null> {
    return this.page.$(`::-p-aria([role="${role}"][name="${name}"])`);
  }

  /** Clicks the element with this role and name, as soon as it takes clicks. */
  async click(role: string, name: string): Promise<void> {
    await this.clickWhen(() => this.find(role, name), `${role} "${name}"`);
  }

  /** Clicks the first element of a selector. */
  async clickOn(selector: string): Promise<void> {
    await this.clickWhen(async () => {
      await this.until(selector, (wanted) => document.querySelector(wanted) !== null, selector);
      return (await this.page.$(selector)) as ElementHandle<Element>;
    }, selector);
  }

  /** Replaces the content of the text box with this name. */
  async fill(name: string, text: string): Promise<void> {
    await this.page.bringToFront();
    const box = await this.find('textbox', name);
    await box.click({ count: 3 });
    await this.page.keyboard.press('Backspace');
    await box.type(text);
  }

  /** Hands a file to the file input with this label. */
  async chooseFile(name: string, path: string): Promise<void> {
    await this.until(`file input "${name}"`, markFileInput, name);
    const input = (await this.page.$('input[data-test-file]')) as ElementHandle<HTMLInputElement> | null;
    if (!input) throw new Error(`No file input "${name}"`);
    await input.uploadFile(path);
  }

  press(
    key: 'Enter' | 'Escape' | 'j' | 'k' | 's' | 'm' | 'v' | 'n' | 'p' | 'r' | '?' | 'w' | 'x' | 'Space',
  ): Promise<void> {
    return this.page.bringToFront().then(() => this.page.keyboard.press(key));
  }

  /** What a reader sees as text. */
  text(): Promise<string> {
    return this.evaluate(() => document.body.innerText);
  }

  /** Waits until the page shows this text. */
  async shows(text: string): Promise<void> {
    await this.until(`"${text}"`, (wanted) => document.body.innerText.includes(wanted), text);
  }

  /** Titles of the articles in the list, in its order. */
  articles(): Promise<{ id: string; name: string }[]> {
    return this.evaluate(() =>
      Array.from(document.querySelectorAll('[role="feed"] article[data-entry-id]'), (article) => {
        const labels = (article.getAttribute('aria-labelledby') ?? '').split(' ').filter((id) => id !== '');
        const label = labels.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
        const name = (article.getAttribute('aria-label') || label).trim();
        return { id: article.getAttribute('data-entry-id') ?? '', name };
      }),
    );
  }

  /** Waits until the list, as the database has it now, has this many articles, or at least one. */
  async articlesListed(count?: number): Promise<{ id: string; name: string }[]> {
    await this.until(
      `${count ?? 'some'} articles`,
      (wanted) => {
        const listed = document.querySelectorAll(
          '[role="feed"]:not([aria-busy="true"]) article[data-entry-id]',
        ).length;
        return wanted === null ? listed > 0 : listed === wanted;
      },
      count ?? null,
    );
    return this.articles();
  }

  /** Opens an article of the list by its title and waits for its text. */
  async openArticle(title: string): Promise<void> {
    await this.articlesListed();
    const article = (await this.articles()).find(({ name }) => name.includes(title));
    if (!article) throw new Error(`"${title}" is not in the list`);
    await this.clickOn(`article[data-entry-id="${article.id}"]`);
    await this.until('the article', () => document.querySelector('[data-article-body]') !== null);
  }

  async resize(size: Size): Promise<void> {
    await this.page.setViewport(size);
  }

  async screenshot(path: `${string}.png`): Promise<void> {
    await this.page.screenshot({ path });
  }

  /** Goes to another page of the extension. */
  go(path: string): Promise<void> {
    this.path = path;
    return this.load(this.page, path);
  }

  reload(): Promise<void> {
    return this.go(this.path);
  }

  close(): Promise<void> {
    return this.page.close();
  }

  private async clickWhen(find: () => Promise<ElementHandle<Element>>, what: string): Promise<void> {
    await this.page.bringToFront(); // input to a tab in the background is never delivered
    let problem: unknown;
    const clicked = await poll(async () => {
      try {
        const element = await find();
        if (await element.evaluate((node) => node.matches(':disabled, [aria-disabled="true"]'))) return false;
        await element.click();
        return true;
      } catch (error) {
        problem = error;
        return false;
      }
    });
    if (!clicked) throw new Error(`Could not click ${what}: ${problem ?? 'it is disabled'}`);
  }
}

/** Gives one input a mark that a selector can find: hidden inputs are not in the accessibility tree. */
function markFileInput(name: string): boolean {
  const inputs = document.querySelectorAll<HTMLInputElement>('input[type="file"]');
  // that of the choice before this one
  for (const input of inputs) input.removeAttribute('data-test-file');
  for (const input of inputs) {
    const label = input.getAttribute('aria-label') ?? input.labels?.[0]?.textContent ?? '';
    const labelledBy =
      document.getElementById(input.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';
    if (label.trim() !== name && labelledBy.trim() !== name) continue;
    input.setAttribute('data-test-file', '');
    return true;
  }
  return false;
}

/** Asks until the answer is truthy; null when patience is at an end. Errors of a page in mid-load count as no. */
export async function poll<T>(ask: () => Promise<T>, milliseconds = patience): Promise<T | null> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask().catch(() => null);
    if (answer) return answer;
    if (Date.now() > deadline) return null;
    await new Promise((done) => setTimeout(done, 60));
  }
}
