import { t } from '../../utils/browser/text';
import type { FullTextRow } from '../../utils/db/schema';
import type { Body, Entry } from '../../utils/model/entry';
import type { Problem } from '../../utils/model/problem';
import { readWebUrl } from '../../utils/text/address-url';
import { feedsById } from './feeds-state';
import { fetching, loadFullText, setFullText, useIsBeginning } from './full-text-state';
import { sentences, uiLanguage } from './locale';
import { problemWords } from './problem-words';
import { exactTime } from './time-words';

interface Props {
  entry: Entry;
  body: Body;
  full: FullTextRow | undefined;
  /** The full text is shown, and not what the feed sent. */
  showing: boolean;
  onShow: (full: boolean) => void;
}

function Press({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button type="button" class="button small" onClick={onPress}>
      {label}
    </button>
  );
}

function Always({ entry }: { entry: Entry }) {
  const isOn = feedsById.value.get(entry.feedId)?.fetchesFullText ?? false;
  const label = t(isOn ? 'fullTextNever' : 'fullTextAlways');
  return <Press label={label} onPress={() => setFullText(entry, !isOn)} />;
}

function Fetched({ entry, full, showing, onShow }: Omit<Props, 'full'> & { full: FullTextRow }) {
  const host = readWebUrl(full.base)?.hostname ?? '';
  return (
    <p class="note full-text">
      <span>
        {t('fullTextFrom', [host])} · {exactTime(full.fetchedAt, uiLanguage())}
      </span>
      <Press label={t(showing ? 'fullTextHide' : 'fullTextShow')} onPress={() => onShow(!showing)} />
      <Always entry={entry} />
    </p>
  );
}

function Failed({ entry, problem }: { entry: Entry; problem: Problem }) {
  const { what, todo } = problemWords(problem);
  const label = t(problem.kind === 'permission-missing' ? 'grant' : 'retry');
  return (
    <p class="note full-text" role="alert">
      <span>{sentences([what, todo])}</span>
      <Press label={label} onPress={() => loadFullText(entry)} />
    </p>
  );
}

/** Where the text comes from, and how to have the whole of it where the feed sends only the beginning. */
export function FullTextNote(props: Props) {
  const { entry, body, full } = props;
  const isBeginning = useIsBeginning(entry, body);
  if (fetching.value.has(entry.id))
    return (
      <p class="note full-text" role="status">
        {t('fullTextLoading')}
      </p>
    );
  if (full?.html) return <Fetched {...props} full={full} />;
  if (full?.problem) return <Failed entry={entry} problem={full.problem} />;
  if (!isBeginning) return null;
  return (
    <p class="note full-text">
      <span>{t(body.html ? 'fullTextCut' : 'fullTextNone')}</span>
      <Press label={t('fullTextLoad')} onPress={() => loadFullText(entry)} />
      <Always entry={entry} />
    </p>
  );
}
