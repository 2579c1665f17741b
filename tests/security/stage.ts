/** What ran, by the name of the function that it called. */
export type Calls = string[];

type StageWindow = Window & Record<string, unknown>;

/**
 * A page of its own in which scripts may run, if any got that far, but which reaches no network: executions show, requests
 * do not leave the machine. `alert` and its kin report instead of asking.
 */
export interface Stage {
  document: Document;
  window: StageWindow;
  calls: Calls;
  close(): void;
}

const policy =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; form-action 'none'; base-uri 'none'";
const hooked = ['alert', 'prompt', 'confirm', 'print', 'open'];

/** Opens a stage; `body` is what stands on the page beside the articles. */
export async function openStage(body = ''): Promise<Stage> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:600px;height:400px';
  frame.srcdoc = `<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="${policy}"><title>stage</title>${body}`;
  await new Promise<void>((done) => {
    frame.onload = () => done();
    document.body.append(frame);
  });
  const window = frame.contentWindow as unknown as StageWindow;
  const calls: Calls = [];
  for (const name of hooked) window[name] = (text?: unknown) => void calls.push(`${name}(${String(text)})`);
  return { document: window.document, window, calls, close: () => frame.remove() };
}

const tried = ['click', 'mouseover', 'focus', 'focusin', 'toggle', 'error', 'load', 'pointerover', 'keydown'];

/** Fires every event that an element has a handler for, and some that a reader would cause; follows script links. */
export function provoke(root: ParentNode): void {
  for (const element of [...root.querySelectorAll('*')].slice(0, 300)) {
    const own = [...element.attributes].flatMap(({ name }) => /^on(.+)/.exec(name)?.[1] ?? []);
    for (const type of new Set([...own, ...tried])) element.dispatchEvent(new Event(type));
    const href = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '';
    // As the browser reads an address: leading controls and inner tabs do not count.
    const scheme = [...href]
      .filter((char) => char > ' ')
      .join('')
      .toLowerCase();
    if (scheme.startsWith('javascript:') && element instanceof element.ownerDocument.defaultView!.HTMLElement)
      element.click();
  }
}

/** Lets loads fail and tasks run. */
export const settle = (milliseconds = 60) => new Promise((done) => setTimeout(done, milliseconds));
