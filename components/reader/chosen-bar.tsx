import { t } from '../../utils/browser/text';
import { shortcutOf } from '../shared/bindings';
import { choose, chosen } from '../shared/chosen';
import { IconButton } from '../shared/icon-button';
import { countWords } from '../shared/locale';
import { PopoverButton } from '../shared/popover-button';
import { chooseAll, chosenInOrder } from './choosing';
import { toggleReadOfChosen, toggleStarOfChosen } from './chosen-marks';
import { ChosenTags } from './chosen-tags';
import { exportWish } from './export-wish';

/** In the place of the list's own tools: what can be done with the chosen articles. */
export function ChosenBar({ title }: { title: string }) {
  const count = chosen.value?.size ?? 0;
  const none = count === 0;
  const wish = () => {
    exportWish.value = { name: title, list: async () => chosenInOrder() };
  };
  return (
    <>
      <IconButton
        icon="close"
        label={t('chooseEnd')}
        shortcut={shortcutOf('back')}
        onClick={() => choose(null)}
      />
      <h1 class="chosen-count" aria-live="polite">
        {countWords('chosen', count)}
      </h1>
      <IconButton
        icon="checks"
        label={t('chooseAll')}
        shortcut={shortcutOf('chooseAll')}
        onClick={() => void chooseAll()}
      />
      <IconButton
        icon="read"
        label={t('keyToggleRead')}
        shortcut={shortcutOf('toggleRead')}
        disabled={none}
        onClick={() => void toggleReadOfChosen()}
      />
      <IconButton
        icon="star"
        label={t('star')}
        shortcut={shortcutOf('toggleStar')}
        disabled={none}
        onClick={() => void toggleStarOfChosen()}
      />
      <PopoverButton icon="tag" label={t('chosenTags')} class="chosen-tags">
        {() => <ChosenTags />}
      </PopoverButton>
      <IconButton icon="download" label={t('exportArticles')} disabled={none} onClick={wish} />
    </>
  );
}
