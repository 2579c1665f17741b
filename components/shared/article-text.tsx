import { useEffect, useMemo, useState } from 'preact/hooks';
import { send } from '../../utils/messages/send';
import type { Body, Entry } from '../../utils/model/entry';
import { ArticleBody } from './article-body';
import { BodySkeleton } from './body-skeleton';
import { uncleaned, useCleaned } from './cleaning';
import { CleaningNote } from './cleaning-note';
import { feedsById } from './feeds-state';
import { FullTextNote } from './full-text-note';
import { useFullText } from './full-text-state';
import { lazyView } from './lazy-view';
import { picking } from './picking';
import { withFullText } from './with-full-text';

interface Props {
  entry: Entry;
  body: Body;
  language: string;
}

/** An article's text: of its own page where that was fetched, else as its feed sent it. */
export function ArticleText({ entry, body, language }: Props) {
  const full = useFullText(entry.id);
  const [feedHere, setFeedHere] = useState(false);
  useEffect(() => {
    setFeedHere(false);
    picking.value = null;
    // what was opened last keeps its pictures longest
    if (feedsById.value.get(entry.feedId)?.keepsOffline) void send('noteOpened', { entryId: entry.id });
  }, [entry.id]);
  const whole = useMemo(() => withFullText(body, full ?? undefined) ?? body, [body, full]);
  if (full === null) return <BodySkeleton />;
  const showing = whole !== body && !feedHere;
  return (
    <>
      <FullTextNote
        entry={entry}
        body={body}
        full={full}
        showing={showing}
        onShow={(wanted) => setFeedHere(!wanted)}
      />
      <CleanedText entry={entry} body={showing ? whole : body} language={language} isSent={!showing} />
    </>
  );
}

/** Few readers hide more than what is hidden by itself. */
const BlockPicker = lazyView(async () => (await import('./block-picker')).BlockPicker);

/** An article's text without what its feed repeats around every article, and what the reader hides; it is a click away. */
function CleanedText({ entry, body, language, isSent }: Props & { isSent: boolean }) {
  const { feedId } = entry;
  const owner = { ...entry, id: feedsById.value.has(feedId) ? entry.id : null };
  const cleaned = useCleaned(entry, body, isSent);
  const [wholeHere, setWholeHere] = useState(false);
  useEffect(() => setWholeHere(false), [entry.id]);
  const feedWhole = uncleaned.value?.has(feedId) ?? false;
  const html = wholeHere ? body.html : feedWhole ? cleaned?.withRepeats : cleaned?.html;
  const shown = useMemo(
    () => (html === undefined || html === body.html ? body : { ...body, html }),
    [body, html],
  );
  if (cleaned === null) return <BodySkeleton />;
  return (
    <>
      <ArticleBody body={shown} owner={owner} feedId={feedId} language={language} />
      {picking.value === entry.id && <BlockPicker feedId={feedId} html={shown.html} />}
      <CleaningNote
        cleaned={cleaned}
        feedId={feedId}
        wholeHere={wholeHere}
        feedWhole={feedWhole}
        onWhole={setWholeHere}
      />
    </>
  );
}
