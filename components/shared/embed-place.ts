import type { Embed } from '../../utils/article/embeds/players';
import { t } from '../../utils/browser/text';
import { readUrl } from '../../utils/text/address-url';

const style = `
:host { display: block; }
.card { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; align-items: center; gap: 8px 16px;
  padding: 16px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--sunken);
  margin-block: 0 16px; color: var(--ink); font: var(--t-s) / 1.5 var(--ui); }
.play { display: grid; place-items: center; inline-size: 44px; block-size: 44px; padding: 0; border: 0;
  border-radius: 50%; background: var(--accent); color: var(--surface); cursor: pointer; }
.play svg { inline-size: 20px; block-size: 20px; fill: currentColor; margin-inline-start: 2px; }
:host(:dir(rtl)) .play svg { transform: scaleX(-1); }
.words { min-inline-size: 0; overflow-wrap: anywhere; }
strong { display: block; font: 600 15px / 1.4 var(--ui); }
.words > span { color: var(--ink-3); }
a { color: var(--accent); text-decoration: none; white-space: nowrap; }
a:hover { text-decoration: underline; }
.card:not(:has(.play)) { grid-template-columns: minmax(0, 1fr) auto; }
:is(a, button):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: var(--radius-s); }
.play:focus-visible { border-radius: 50%; }
iframe { display: block; inline-size: 100%; border: 0; border-radius: var(--radius); background: var(--sunken); }
iframe.film { aspect-ratio: 16 / 9; }
iframe + .card { margin-block-start: 8px; padding: 8px 16px; }
@media (max-width: 480px) { .card a { grid-column: 1 / -1; } }
`;

let sheet: CSSStyleSheet | null = null;

function ownSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
  }
  return sheet;
}

function made<N extends keyof HTMLElementTagNameMap>(
  name: N,
  attributes: Record<string, string>,
  ...parts: (Node | string)[]
): HTMLElementTagNameMap[N] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...parts);
  return element;
}

const svg = 'http://www.w3.org/2000/svg';

function triangle(): Element {
  const icon = document.createElementNS(svg, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', 'M7 4.5v15l12-7.5z');
  icon.append(path);
  return icon;
}

/** The player is a stranger's page: it runs its own script in its own origin, and can neither leave its frame nor move ours. */
const sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

function frameOf(player: string, height: number | null, words: string): HTMLIFrameElement {
  const frame = made('iframe', {
    sandbox,
    allow: 'autoplay; encrypted-media; fullscreen; picture-in-picture',
    referrerpolicy: 'no-referrer',
    title: words,
    // without what the browser has of the service; where frames know it not, it means nothing
    credentialless: '',
  });
  if (height === null) frame.className = 'film';
  else frame.height = String(height);
  frame.src = player;
  return frame;
}

/** The service's page in a tab of its own; players refuse some films elsewhere. */
function pageLink({ page, service }: Embed): HTMLElement {
  const guards = { target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' };
  return made('a', { href: page, ...guards }, t('embedOpen', [service]));
}

function playButton(embed: Embed, player: string, words: string, card: HTMLElement): HTMLElement {
  const button = made(
    'button',
    { type: 'button', class: 'play', 'aria-label': t('embedPlay', [words]) },
    triangle(),
  );
  button.addEventListener('click', () => {
    const frame = frameOf(player, embed.height, words);
    card.before(frame);
    button.remove();
    frame.focus();
  });
  return button;
}

/**
 * What stands where a publisher had embedded a player: its title, whom a press asks, and the press. Nothing is asked before
 * it. In a shadow tree, so that our controls are none of the article's.
 */
export function embedPlace(embed: Embed, words: string): HTMLElement {
  const place = made('span', { 'data-embed': '' });
  const host = readUrl(embed.player ?? embed.page)?.hostname ?? '';
  const title = made('strong', { dir: 'auto' }, words);
  const about = made('span', {}, embed.player ? t('embedAsks', [host]) : host);
  const card = made('div', { class: 'card' }, made('div', { class: 'words' }, title, about), pageLink(embed));
  if (embed.player) card.prepend(playButton(embed, embed.player, words, card));
  const shadow = place.attachShadow({ mode: 'open' });
  shadow.append(card);
  shadow.adoptedStyleSheets = [ownSheet()];
  return place;
}
