import { t } from '../../utils/browser/text';
import { Icon, type IconName } from './icon';
import { IconButton } from './icon-button';

interface BannerProps {
  icon: IconName;
  tone: 'plain' | 'warn' | 'ok';
  text: string;
  action?: { label: string; run: () => void };
  onDismiss?: () => void;
}

/** One line above everything else. Stands in a status region that was there before it: what comes with its words stays unsaid. */
export function Banner({ icon, tone, text, action, onDismiss }: BannerProps) {
  return (
    <div class={`banner ${tone}`}>
      <Icon name={icon} />
      <span>{text}</span>
      {action && (
        <button type="button" class="link-button" onClick={action.run}>
          {action.label}
        </button>
      )}
      {onDismiss && <IconButton icon="close" label={t('dismiss')} onClick={onDismiss} />}
    </div>
  );
}
