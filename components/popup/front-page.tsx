import { textLanguage } from '../../utils/article/language';
import { t } from '../../utils/browser/text';
import type { Front, FrontRow } from '../../utils/model/front';
import { IconButton } from '../shared/icon-button';
import { RowView } from '../shared/row-view';
import { wordsBelow } from '../shared/row-words';
import { ListHeader } from './list-header';

function Row({ row: { entry, face }, place }: { row: FrontRow; place: number }) {
  return (
    <RowView
      entry={entry}
      feed={face.name}
      title={entry.title}
      below={wordsBelow(entry)}
      language={textLanguage(entry.title, face.language)}
      place={place}
      setSize={-1}
      selected={false}
      tabStop={place === 1}
    >
      {entry.image && face.images === 'always' && <span class="thumb" />}
    </RowView>
  );
}

/** The popup as it opens, element for element, before what answers is there: the popup takes these elements over. */
export function FrontPage({ rows, unread }: Front) {
  const refresh = <IconButton icon="refresh" label={t('refresh')} shortcut="r" />;
  return (
    <div class="page-list">
      <ListHeader unread={unread} refresh={refresh} progress={<div class="progress-line" />} />
      <main class="list-area">
        <div class="list-scroller">
          <div class="list" role="feed" aria-label={t('unreadArticles')} aria-busy="true">
            <div class="page" role="none" data-page="0">
              {rows.map((row, index) => (
                <Row key={row.entry.id} row={row} place={index + 1} />
              ))}
            </div>
          </div>
        </div>
      </main>
      <footer class="foot">
        <span class="status" />
      </footer>
    </div>
  );
}
