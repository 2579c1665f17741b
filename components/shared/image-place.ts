// the page sets all margins to nothing, and what it says of the host comes before what is said here
const style = `
:host { display: inline-block; inline-size: 100%; margin-block: 0 0.6em !important; vertical-align: middle; }
div { display: flex; flex-wrap: wrap; align-items: center; align-content: center; gap: 8px 12px; padding: 12px 16px;
  border: 1px dashed var(--line-strong); border-radius: var(--radius); background: var(--sunken);
  color: var(--ink-3); font: var(--t-s) / 1.5 var(--ui); }
span { flex: 1 1 12em; min-inline-size: 0; overflow-wrap: anywhere; }
/* in the room of its picture nothing moves */
:host([style]) { margin-block: 0 !important; }
:host([style]) div { justify-content: center; }
:host([style]) span { flex: 0 1 auto; }
button { padding: 4px 12px; border: 1px solid var(--line-strong); border-radius: var(--radius-s);
  background: var(--surface); color: var(--ink); font: inherit; cursor: pointer; }
button:hover { border-color: var(--ink-3); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

let sheet: CSSStyleSheet | null = null;

function ownSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
  }
  return sheet;
}

/** What stands where an image does not. */
export interface ImagePlace {
  /** The image's own words. */
  words: string;
  /** What its button says; '' for none. */
  label: string;
  onPress: () => void;
}

/**
 * The place of an image that is not shown: its words, and a button. In a shadow tree, so that our control is none of the
 * article's, and nothing of the article can look like it from within, or reach it by name.
 */
export function imagePlace({ words, label, onPress }: ImagePlace): HTMLElement {
  const place = document.createElement('span');
  const shadow = place.attachShadow({ mode: 'open' });
  const frame = document.createElement('div');
  const text = document.createElement('span');
  text.dir = 'auto';
  text.textContent = words;
  frame.append(text);
  if (label !== '') frame.append(pressable(label, onPress));
  shadow.append(frame);
  return place;
}

/** Gives the place its looks once it stands on the page: in another document it can have no style sheet of ours. */
export function dress({ shadowRoot, isConnected }: HTMLElement): void {
  if (shadowRoot && isConnected) shadowRoot.adoptedStyleSheets = [ownSheet()];
}

function pressable(label: string, onPress: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', (event) => {
    // The image may stand in a link.
    event.preventDefault();
    event.stopPropagation();
    onPress();
  });
  return button;
}
