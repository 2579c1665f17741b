import { Icon, type IconName } from './icon';

interface Props {
  icon: IconName;
  label: string;
  /** Absent in a first frame, where nothing answers yet. */
  onClick?: (() => void) | undefined;
  /** The key that does the same, shown with the name. */
  shortcut?: string | undefined;
  /** For a switch: whether it is on. */
  pressed?: boolean;
  disabled?: boolean;
  busy?: boolean;
}

/** A button of one icon, named for everyone who does not see it. */
export function IconButton({ icon, label, onClick, shortcut, pressed, disabled, busy }: Props) {
  return (
    <button
      type="button"
      class={busy ? 'icon-button busy' : 'icon-button'}
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
