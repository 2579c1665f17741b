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
      {showing ? (
        <ArticleBody body={whole} feedId={entry.feedId} language={language} />
      ) : (
        <CleanedText entry={entry} body={body} language={language} />
      )}
    </>
  );
}

/** An article's text without what its feed repeats around every article, which is a click away. */
function CleanedText({ entry, body, language }: Props) {
  const cleaned = useCleaned(entry, body);
  const [wholeHere, setWholeHere] = useState(false);
  useEffect(() => setWholeHere(false), [entry.id]);
  const feedWhole = uncleaned.value?.has(entry.feedId) ?? false;
  const whole = wholeHere || feedWhole;
  const shown = useMemo(
    () => (cleaned && !whole ? { ...body, html: cleaned.html } : body),
    [body, cleaned, whole],
  );
  if (cleaned === null) return <BodySkeleton />;
  return (
    <>
      <ArticleBody body={shown} feedId={entry.feedId} language={language} />
      <CleaningNote
        cleaned={cleaned}
        feedId={entry.feedId}
        whole={whole}
        feedWhole={feedWhole}
        onWhole={setWholeHere}
      />
    </>
  );
}
