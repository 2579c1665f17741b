import { t } from '../../utils/browser/text';
import { choose } from '../shared/chosen';
import { ItemMenu } from '../shared/item-menu';
import { listIds } from '../shared/list-ids';
import { route } from '../shared/route';
import { exportWish } from './export-wish';

function exportList(name: string): void {
  const { scope } = route.value;
  exportWish.value = { name, list: () => listIds(scope) };
}

/** What is seldom done with a list. */
export function ListMenu({ title }: { title: string }) {
  const items = () => [
    { label: t('chooseArticles'), run: () => choose([]) },
    { label: t('exportList'), run: () => exportList(title) },
  ];
  return <ItemMenu label={t('listTools')} items={items} />;
}
