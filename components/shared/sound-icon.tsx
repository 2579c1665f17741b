/** Drawn like those of icon.tsx; apart from them, because nobody needs them before something is to be heard. */
const paths = {
  play: 'M8 5.2v13.6L19 12z',
  pause: 'M9 5.5v13M15 5.5v13',
  back: 'M4 4.5V9h4.5M4.6 9A8 8 0 1 1 4 13',
  ahead: 'M20 4.5V9h-4.5M19.4 9A8 8 0 1 0 20 13',
  before: 'm15 6-6 6 6 6M6 6v12',
  after: 'm9 6 6 6-6 6M18 6v12',
  queue: 'M4 6h16M4 11.5h9M4 17h6M15 13.5v6.5l5-3.2z',
  playNext: 'M4 6h9M4 12h6M4 18h6M14 10.5v7.6l6-3.8z',
  aloud: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  stop: 'M7 7h10v10H7z',
  chapters: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  moon: 'M20 14.5A8.3 8.3 0 0 1 9.5 4a8.3 8.3 0 1 0 10.5 10.5z',
} as const;

export type SoundIconName = keyof typeof paths;

/** Decoration: whoever holds it gives the name. */
export function SoundIcon({ name }: { name: SoundIconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

interface Props {
  icon: SoundIconName;
  label: string;
  onClick: () => void;
  class?: string;
  /** The key that does the same, shown with the name. */
  shortcut?: string | undefined;
  pressed?: boolean;
  /** What stands in the middle of the icon: how many seconds. */
  inside?: string;
}

/** A button of one icon, named for everyone who does not see it. */
export function SoundButton({ icon, label, onClick, class: name = '', shortcut, pressed, inside }: Props) {
  return (
    <button
      type="button"
      class={`icon-button sound-button ${name}`}
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      onClick={onClick}
    >
      <SoundIcon name={icon} />
      {inside && <small aria-hidden="true">{inside}</small>}
    </button>
  );
}
