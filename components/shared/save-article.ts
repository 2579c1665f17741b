import { articleOf } from '../../utils/archive/article';
import { recordFileName } from '../../utils/archive/file-name';
import { writeRecord } from '../../utils/archive/record';
import { recordOf } from '../../utils/archive/record-of';
import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { download } from './download';
import { feedsById } from './feeds-state';
import { tagTitles } from './tags-state';
import { toast } from './toasts';
import { readWhole } from './with-full-text';

/** Saves an article as a record: a file that is read without Broadsheet, and by it again. */
export async function saveArticle(entry: Entry): Promise<void> {
  const body = await readWhole(entry.id);
  if (!body) {
    toast(t('articleFailed'), { tone: 'bad' });
    return;
  }
  const record = recordOf(articleOf(entry, body, feedsById.value.get(entry.feedId), tagTitles.value));
  download(recordFileName(record), new Blob([writeRecord(record)], { type: 'text/markdown;charset=utf-8' }));
}
