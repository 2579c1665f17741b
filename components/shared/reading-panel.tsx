import { t } from '../../utils/browser/text';
import { lazyView } from './lazy-view';
import { PopoverButton } from './popover-button';

const Choices = lazyView(async () => (await import('./reading-choices')).ReadingChoices);

/** How articles look, changed while one is read. */
export function ReadingPanel() {
  return (
    <PopoverButton icon="type" label={t('readingPanel')} class="reading-panel">
      {() => <Choices />}
    </PopoverButton>
  );
}
