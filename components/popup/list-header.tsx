import type { ComponentChildren } from 'preact';
import { t } from '../../utils/browser/text';
import { shortcutOf } from '../shared/bindings';
import { IconButton } from '../shared/icon-button';
import { countWords } from '../shared/locale';

interface Props {
  unread: number;
  onSearch?: () => void;
  onSubscribe?: () => void;
  onReader?: () => void;
  onSettings?: () => void;
  /** The button that checks all feeds. */
  refresh: ComponentChildren;
  progress?: ComponentChildren;
}

/** What stands above the popup's list. */
export function ListHeader({ unread, refresh, progress, ...on }: Props) {
  return (
    <header class="bar">
      <h1 class="brand" lang="en">
        {t('extensionName')}
      </h1>
      {unread > 0 && <span class="unread-count">{countWords('unreadCount', unread)}</span>}
      <span class="space" />
      <IconButton icon="search" label={t('search')} shortcut={shortcutOf('search')} onClick={on.onSearch} />
      {refresh}
      <IconButton icon="plus" label={t('subscribeToSite')} onClick={on.onSubscribe} />
      <IconButton icon="expand" label={t('openReader')} onClick={on.onReader} />
      <IconButton icon="settings" label={t('openSettings')} onClick={on.onSettings} />
      {progress}
    </header>
  );
}
