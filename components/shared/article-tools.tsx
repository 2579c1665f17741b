import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { readWebUrl } from '../../utils/text/address-url';
import { ArticleMenu } from './article-menu';
import { shortcutOf } from './bindings';
import { IconButton } from './icon-button';
import { listen } from './listen';
import { setRead, toggleStar } from './marks';
import { ReadingPanel } from './reading-panel';
import { SoundButton } from './sound-icon';
import { closeEntry, openBeside, showOriginal } from './walking';

export function BackButton() {
  return <IconButton icon="back" label={t('back')} shortcut={shortcutOf('back')} onClick={closeEntry} />;
}

export function StepButtons() {
  return (
    <>
      <IconButton
        icon="previous"
        label={t('previousArticle')}
        shortcut={shortcutOf('openPrevious')}
        onClick={() => void openBeside(-1)}
      />
      <IconButton
        icon="next"
        label={t('nextArticle')}
        shortcut={shortcutOf('openNext')}
        onClick={() => void openBeside(1)}
      />
    </>
  );
}

/** The system's voices read; the rest of it is fetched with the first press. */
function AloudButton() {
  if (!('speechSynthesis' in window)) return null;
  return (
    <SoundButton
      icon="aloud"
      label={t('readAloud')}
      shortcut={shortcutOf('readAloud')}
      onClick={() => listen('readAloud')}
    />
  );
}

/** What can be done with the open article. */
export function ArticleTools({ entry }: { entry: Entry }) {
  const read = entry.read === 1;
  const starred = entry.starred === 1;
  return (
    <>
      <IconButton
        icon="star"
        label={t('star')}
        shortcut={shortcutOf('toggleStar')}
        pressed={starred}
        onClick={() => void toggleStar(entry)}
      />
      <IconButton
        icon="read"
        label={read ? t('markUnread') : t('markRead')}
        shortcut={shortcutOf('toggleRead')}
        onClick={() => void setRead(entry, !read)}
      />
      <IconButton
        icon="external"
        label={t('openOriginal')}
        shortcut={shortcutOf('original')}
        disabled={!readWebUrl(entry.link)}
        onClick={() => showOriginal()}
      />
      <AloudButton />
      <ReadingPanel />
      <ArticleMenu entry={entry} />
    </>
  );
}
