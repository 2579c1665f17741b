import { t } from '../../utils/browser/text';
import { shortcutOf } from './bindings';
import { IconButton } from './icon-button';
import { progress, refresh } from './refreshing';

export function RefreshButton() {
  const busy = progress.value !== null;
  return (
    <IconButton
      icon="refresh"
      label={t('refresh')}
      shortcut={shortcutOf('refresh')}
      busy={busy}
      disabled={busy}
      onClick={() => void refresh()}
    />
  );
}
