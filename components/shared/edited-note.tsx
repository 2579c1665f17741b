import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { listRevisions } from '../../utils/db/revisions';
import type { RevisionRow } from '../../utils/db/schema';
import type { Body, Entry } from '../../utils/model/entry';
import { splitBlocks } from '../../utils/text/blocks';
import { type Change, diffWords, wordsOf } from '../../utils/text/word-diff';
import { uiLanguage } from './locale';
import { exactTime } from './time-words';

/** A text at one time. */
type Version = Pick<RevisionRow, 'title' | 'html'>;

interface Props {
  entry: Entry;
  body: Body;
  language: string;
}

/** Characters of unchanged words that are shown before and after a change. */
const around = 120;

function textOf({ title, html }: Version): string {
  return [title, ...splitBlocks(html).map(({ text }) => text)].filter((text) => text !== '').join('\n');
}

/** The words beside a change; what is far from all changes is left out. */
function nearby(text: string, isFirst: boolean, isLast: boolean): string {
  const signs = [...text];
  if (signs.length <= 2 * around) return text;
  const head = isFirst ? '' : signs.slice(0, around).join('');
  const tail = isLast ? '' : signs.slice(-around).join('');
  return `${head} … ${tail}`;
}

function Piece({ change, isFirst, isLast }: { change: Change; isFirst: boolean; isLast: boolean }) {
  if (change.kind === 'gone') return <del>{change.text}</del>;
  if (change.kind === 'new') return <ins>{change.text}</ins>;
  return <>{nearby(change.text, isFirst, isLast)}</>;
}

function Difference({ before, after, language }: { before: Version; after: Version; language: string }) {
  const changes = diffWords(wordsOf(textOf(before), language), wordsOf(textOf(after), language));
  if (changes.every(({ kind }) => kind === 'same')) return <p>{t('editedSame')}</p>;
  return (
    <p class="difference" lang={language} dir="auto">
      {changes.map((change, at) => (
        <Piece key={at} change={change} isFirst={at === 0} isLast={at === changes.length - 1} />
      ))}
    </p>
  );
}

/** What one edit changed, compared when it is opened. */
function Edit({ revision, after, language }: { revision: RevisionRow; after: Version; language: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="note edited" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('editedFound', [exactTime(revision.at, uiLanguage())])}</summary>
      {open && <Difference before={revision} after={after} language={language} />}
    </details>
  );
}

/** What the publisher changed in an article after it had arrived, the last edit first; nothing where no earlier text is kept. */
export function EditedNote({ entry, body, language }: Props) {
  const [revisions, setRevisions] = useState<readonly RevisionRow[]>([]);
  useEffect(() => {
    let current = true;
    setRevisions([]);
    listRevisions(entry.id).then(
      (rows) => current && setRevisions(rows),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [entry.id, entry.contentHash]);
  const now: Version = { title: entry.title, html: body.html };
  return revisions.map((revision, at) => (
    <Edit key={revision.at} revision={revision} after={revisions[at - 1] ?? now} language={language} />
  ));
}
