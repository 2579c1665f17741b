import { signal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { type TextKey, t } from '../../utils/browser/text';
import { listChecksOf } from '../../utils/db/checks';
import type { Cadence } from '../../utils/model/cadence';
import { weeksUntil } from '../../utils/schedule/cadence';
import { now } from '../shared/clock';
import { Icon } from '../shared/icon';
import { inOrder, type Order, type HealthRow as Row, type SortKey } from './health-order';
import { HealthRow } from './health-row';
import { useLoaded } from './use-loaded';
import { useWindow } from './use-window';

const order = signal<Order>({ key: 'state', reversed: false });

const columns: readonly { key: SortKey; label: TextKey }[] = [
  { key: 'name', label: 'colFeed' },
  { key: 'state', label: 'colState' },
  { key: 'newest', label: 'colNewest' },
  { key: 'week', label: 'colWeek' },
  { key: 'failures', label: 'colChecks' },
  { key: 'storage', label: 'colStorage' },
];

/** Names ascend at first, all else begins with the most. */
function direction({ key, reversed }: Order): 'ascending' | 'descending' {
  const ascends = (key === 'name' || key === 'state') !== reversed;
  return ascends ? 'ascending' : 'descending';
}

function sortBy(key: SortKey): void {
  const { value } = order;
  order.value = { key, reversed: value.key === key && !value.reversed };
}

function Head({ column: { key, label } }: { column: (typeof columns)[number] }) {
  const isSorted = order.value.key === key;
  const way = direction(order.value);
  return (
    <th scope="col" class={`head-${key}`} aria-sort={isSorted ? way : undefined}>
      <button type="button" onClick={() => sortBy(key)}>
        {t(label)}
        {isSorted && <Icon name={way === 'ascending' ? 'previous' : 'next'} />}
      </button>
    </th>
  );
}

interface Props {
  rows: readonly Row[];
  cadences: ReadonlyMap<number, Cadence> | null;
}

/** Feeds with their pictures, sortable by every column; only those in sight are drawn and looked up. */
export function HealthTable({ rows, cadences }: Props) {
  const list = useRef<HTMLTableSectionElement>(null);
  const sorted = useMemo(() => inOrder(rows, order.value), [rows, order.value]);
  const { first, end, height } = useWindow(list, sorted.length);
  const shown = sorted.slice(first, end);
  const key = shown.map(({ feed }) => `${feed.id} ${feed.lastCheck?.at}`).join();
  const checks = useLoaded(() => listChecksOf(shown.map(({ feed }) => feed.id)), key);
  const most = rows.reduce((largest, { bytes }) => Math.max(largest, bytes), 0);
  return (
    <table class="health-table" aria-label={t('healthTitle')} aria-rowcount={sorted.length + 1}>
      <thead>
        <tr class="health-head" aria-rowindex={1}>
          {columns.map((column) => (
            <Head key={column.key} column={column} />
          ))}
          <th scope="col" class="head-action">
            <span class="visually-hidden">{t('details')}</span>
          </th>
        </tr>
      </thead>
      <tbody ref={list} style={{ paddingBlock: `${first * height}px ${(sorted.length - end) * height}px` }}>
        {shown.map((row, i) => (
          <HealthRow
            key={row.feed.id}
            row={row}
            index={first + i + 2}
            weeks={cadences && weeksUntil(cadences.get(row.feed.id), now.value)}
            checks={checks?.get(row.feed.id)}
            most={most}
          />
        ))}
      </tbody>
    </table>
  );
}
