/** Letters, digits and signs, and what walks a list; nothing that the browser itself listens to. */
const listKeys = ['Enter', 'ArrowUp', 'ArrowDown'];

let held: (KeyboardEvent | MouseEvent)[] = [];

function isOurs(event: KeyboardEvent | MouseEvent): boolean {
  if (!(event instanceof KeyboardEvent)) return true;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  return isPlain && (event.key.length === 1 || listKeys.includes(event.key));
}

function hold(event: KeyboardEvent | MouseEvent): void {
  if (!isOurs(event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  held.push(event);
}

/** Keeps what the reader presses from now on, since what would answer is still on its way. */
export function holdInput(): void {
  for (const kind of ['keydown', 'click'] as const) window.addEventListener(kind, hold, true);
}

/** Does what was kept, in its order; from now on everything goes its usual way. */
export function giveInputBack(): void {
  for (const kind of ['keydown', 'click'] as const) window.removeEventListener(kind, hold, true);
  const events = held;
  held = [];
  for (const event of events) {
    const target = event.target instanceof Node && event.target.isConnected ? event.target : document.body;
    if (event instanceof KeyboardEvent) target.dispatchEvent(new KeyboardEvent(event.type, event));
    // a click on what is gone was meant for that alone
    else if (target === event.target) target.dispatchEvent(new MouseEvent(event.type, event));
  }
}
