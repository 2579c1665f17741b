import { t } from '../../utils/browser/text';
import { choose } from '../shared/chosen';
import { listIds } from '../shared/list-ids';
import { PopoverButton } from '../shared/popover-button';
import { route } from '../shared/route';
import { exportWish } from './export-wish';

function exportList(name: string): void {
  const { scope } = route.value;
  exportWish.value = { name, list: () => listIds(scope) };
}

/** What is seldom done with a list. */
export function ListMenu({ title }: { title: string }) {
  const items = [
    { label: t('chooseArticles'), run: () => choose([]) },
    { label: t('exportList'), run: () => exportList(title) },
  ];
  return (
    <PopoverButton icon="more" label={t('listTools')} class="menu">
      {(close) =>
        items.map(({ label, run }) => (
          <button
            key={label}
            type="button"
            class="menu-item"
            onClick={() => {
              close();
              run();
            }}
          >
            {label}
          </button>
        ))
      }
    </PopoverButton>
  );
}
