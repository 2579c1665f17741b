import { Icon, type IconName } from './icon';

interface BannerProps {
  icon: IconName;
  tone: 'plain' | 'warn' | 'ok';
  text: string;
  action?: { label: string; run: () => void };
}

/** One line above everything else. */
export function Banner({ icon, tone, text, action }: BannerProps) {
  return (
    <div class={`banner ${tone}`} role="status">
      <Icon name={icon} />
      <span>{text}</span>
      {action && (
        <button type="button" class="link-button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
