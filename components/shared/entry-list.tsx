import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { EntryPage } from './entry-page';
import { followFingers } from './follow-fingers';
import { lazyView } from './lazy-view';
import { ListSkeleton } from './list-skeleton';
import {
  arrived,
  atTop,
  entryCount,
  exhausted,
  isFront,
  listedEntry,
  listStatus,
  moreEntries,
  openList,
  pages,
  reloadList,
} from './list-state';
import { countWords } from './locale';
import { toggleStar } from './marks';
import { selectedId } from './reading-state';
import { RetryNote } from './retry-note';
import { scopeKey } from './route';
import { openRowMenu, rowMenu } from './row-menu-state';
import { openEntry } from './walking';

const RowMenu = lazyView(async () => (await import('./row-menu')).RowMenu);
const EmptyList = lazyView(async () => (await import('./empty-list')).EmptyList);

/** Rows read ahead of the reader's eye, as a share of the visible height. */
const readAhead = '150%';

/** Asks for more rows when the end of the list comes near. */
function ListEnd() {
  const end = useRef<HTMLDivElement>(null);
  // A page may be too short to push the mark out of sight: it is looked at again after each page.
  const held = entryCount.value;
  useEffect(() => {
    if (!end.current) return;
    const watcher = new IntersectionObserver(
      (seen) => seen.some((one) => one.isIntersecting) && void moreEntries(),
      {
        rootMargin: `${readAhead} 0px`,
      },
    );
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [held]);
  return <div ref={end} class="list-end" aria-hidden="true" />;
}

function NewPill({ toTop }: { toTop: () => void }) {
  if (arrived.value === 0) return null;
  const show = () => {
    toTop();
    void reloadList();
  };
  return (
    <button type="button" class="new-pill" onClick={show}>
      {countWords('arrivedPill', arrived.value)}
    </button>
  );
}

/** Takes the clicks that are meant for choosing articles, and says whether this is one. */
export type OnChoose = (event: MouseEvent, id: number) => boolean;

function entryAt(target: EventTarget | null): Entry | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-entry-id]') : null;
  return listedEntry(Number(row?.dataset.entryId));
}

/**
 * One listener for all rows: a plain click opens, the star is a star, a modified click is the browser's own where it is
 * not for choosing.
 */
function onListClick(event: MouseEvent, onChoose?: OnChoose): void {
  const target = event.target instanceof Element ? event.target : null;
  const entry = entryAt(target);
  if (!entry) return;
  const isStar = target?.closest('[data-star]') != null;
  const isTaken = !isStar && onChoose?.(event, entry.id);
  if (!isTaken && (event.metaKey || event.ctrlKey || event.shiftKey)) return;
  event.preventDefault();
  if (isStar) void toggleStar(entry);
  else if (!isTaken) openEntry(entry);
}

/** Brings a page back that is too far away to be drawn; its rows come a moment later. */
function bringPage(list: HTMLElement, id: number): void {
  let above = 0;
  for (const page of pages.value) {
    if (page.some((entry) => entry.id === id)) break;
    above += page.length;
  }
  list.querySelector(`[data-page="${above}"]`)?.scrollIntoView({ block: 'nearest' });
}

/** Brings the selected row into view, and the keyboard to it where the keyboard already is in the list. */
function followSelection(list: HTMLElement | null, id: number | null, frames = 10): void {
  if (!list || id === null || id !== selectedId.value) return;
  const row = list.querySelector<HTMLElement>(`[data-entry-id="${id}"]`);
  if (!row) {
    bringPage(list, id);
    if (frames > 0) requestAnimationFrame(() => followSelection(list, id, frames - 1));
    return;
  }
  row.scrollIntoView({ block: 'nearest' });
  const active = document.activeElement;
  if (active === document.body || list.contains(active)) row.focus({ preventScroll: true });
}

function Pages() {
  const selected = selectedId.value;
  const first = pages.value[0]?.[0]?.id ?? null;
  let above = 0;
  return pages.value.map((entries) => {
    const start = above;
    above += entries.length;
    const here = entries.some(({ id }) => id === selected) ? selected : null;
    return (
      <EntryPage
        key={entries[0]?.id}
        entries={entries}
        above={start}
        setSize={exhausted.value ? entryCount.value : -1}
        selectedId={here}
        tabStopId={selected === null ? first : here}
      />
    );
  });
}

function ListContent() {
  if (listStatus.value === 'loading') return <ListSkeleton />;
  if (listStatus.value === 'failed')
    return <RetryNote text={t('listFailed')} onRetry={() => void openList()} />;
  return entryCount.value === 0 ? <EmptyList /> : <Pages />;
}

/** The list of articles, in the `feed` pattern: https://www.w3.org/WAI/ARIA/apg/patterns/feed/ */
export function EntryList({ label, onChoose }: { label: string; onChoose?: OnChoose }) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    if (scopeKey.value !== '') scroller.current?.scrollTo({ top: 0 });
  });
  useEffect(() => {
    list.current?.addEventListener('click', (event) => onListClick(event, onChoose));
    list.current?.addEventListener('contextmenu', (event) => openRowMenu(event, entryAt(event.target)));
    if (list.current) followFingers(list.current);
  }, []);
  useSignalEffect(() => {
    const id = selectedId.value;
    requestAnimationFrame(() => followSelection(list.current, id));
  });
  // Whatever else stands in its place, a feed may hold nothing but articles.
  const hasRows = listStatus.value === 'ready' && entryCount.value > 0;
  const asFeed = hasRows ? { role: 'feed' as const, 'aria-label': label } : {};
  const toTop = () => scroller.current?.scrollTo({ top: 0 });
  const onScroll = () => {
    atTop.value = (scroller.current?.scrollTop ?? 0) < 8;
  };
  return (
    <div class="list-scroller" ref={scroller} onScroll={onScroll}>
      <NewPill toTop={toTop} />
      <div ref={list} {...asFeed} class="list" aria-busy={listStatus.value === 'loading' || isFront.value}>
        <ListContent />
      </div>
      {listStatus.value === 'ready' && !exhausted.value && <ListEnd />}
      {rowMenu.value && <RowMenu />}
    </div>
  );
}
