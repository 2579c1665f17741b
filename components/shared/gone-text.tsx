import { useMemo } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import type { Body, Entry } from '../../utils/model/entry';
import { readWebUrl } from '../../utils/text/address-url';
import { ArticleText } from './article-text';
import { BodySkeleton } from './body-skeleton';
import { fetching, loadFullText, useFullText } from './full-text-state';

/** What is left of an article whose text was pruned, or did not fit: what happened, and the way to its text. */
export function GoneText({ entry, language }: { entry: Entry; language: string }) {
  const full = useFullText(entry.id);
  const body = useMemo(() => withoutText(entry), [entry.id, entry.link]);
  if (full === null) return <BodySkeleton />;
  // asked for again: the note on full texts says how that goes
  if (full || fetching.value.has(entry.id))
    return <ArticleText entry={entry} body={body} language={language} />;
  return (
    <div class="article-body" data-article-body>
      {entry.snippet && (
        <p lang={language} dir="auto">
          {entry.snippet}
        </p>
      )}
      <p class="note full-text" role="note">
        <span>{t('bodyGone')}</span>
        {readWebUrl(entry.link) && (
          <button type="button" class="button small" onClick={() => loadFullText(entry)}>
            {t('bodyGoneFetch')}
          </button>
        )}
      </p>
    </div>
  );
}

function withoutText({ id, link }: Entry): Body {
  return {
    entryId: id,
    html: '',
    base: link,
    language: '',
    categories: [],
    enclosures: [],
    comments: '',
  };
}
