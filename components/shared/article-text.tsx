import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Body, Entry } from '../../utils/model/entry';
import { ArticleBody } from './article-body';
import { BodySkeleton } from './body-skeleton';
import { uncleaned, useCleaned } from './cleaning';
import { CleaningNote } from './cleaning-note';

interface Props {
  entry: Entry;
  body: Body;
  language: string;
}

/** An article's text without what its feed repeats around every article, which is a click away. */
export function ArticleText({ entry, body, language }: Props) {
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
