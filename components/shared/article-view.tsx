import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { isWideScript } from '../../utils/article/language';
import { isPhrase, phrasesOf } from '../../utils/article/phrases';
import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { feedName, type NamedFeed } from '../../utils/model/feed';
import { beginsRight } from '../../utils/text/bidi';
import { AlsoIn } from './also-in';
import { useArticleLanguage } from './article-language';
import { ArticleTags } from './article-tags';
import { ArticleText } from './article-text';
import { BodySkeleton } from './body-skeleton';
import { inScript } from './chinese';
import { now } from './clock';
import { Enclosures, Recordings } from './enclosures';
import { FeedImagePolicy } from './feed-image-policy';
import { FeedMark } from './feed-mark';
import { FeedTitle } from './feed-page-link';
import { feedsById } from './feeds-state';
import { GoneText } from './gone-text';
import { lazyView } from './lazy-view';
import { loadListening } from './load-listening';
import { uiLanguage } from './locale';
import { OriginalLink } from './original-link';
import { followPosition } from './reading-position';
import { type Reading, readEntry } from './reading-state';
import { RetryNote } from './retry-note';
import { exactTime, relativeTime } from './time-words';

function ArticleMeta({ entry, feed }: { entry: Entry; feed: NamedFeed | undefined }) {
  // Some feeds date only their last change: the list goes by it, and so does the article.
  const at = entry.publishedAt ?? entry.sortAt;
  const exact = exactTime(at, uiLanguage());
  return (
    <p class="article-meta">
      <span>
        <FeedMark
          name={feed ? feedName(feed) : ''}
          feedId={feed && 'id' in feed ? entry.feedId : undefined}
        />
        <FeedTitle feedId={entry.feedId} name={feed ? feedName(feed) : ''} />
      </span>
      <time dateTime={new Date(at).toISOString()} title={relativeTime(at, now.value, uiLanguage())}>
        {exact}
      </time>
      {entry.author && <span dir="auto">{entry.author}</span>}
    </p>
  );
}

/** A title, in lines that break between words where its script does not say so by spaces. */
function Headline({ text, language }: { text: string; language: string }) {
  const pieces = useMemo(() => phrasesOf(text, language), [text, language]);
  const shown = pieces.map((piece, at) =>
    pieces.length > 1 && isPhrase(piece) ? (
      <span key={`${at} ${piece}`} class="phrase">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
  return (
    <h1 id="article-title" lang={language} dir="auto">
      {text === '' ? t('untitled') : shown}
    </h1>
  );
}

/** What plays by the browser's own controls is one of the sounds of the page. */
function onPlay({ target }: Event): void {
  if (target instanceof HTMLMediaElement)
    void loadListening().then(({ followMedia }) => void followMedia(target));
}

/** Few feeds have several addresses. */
const OriginNote = lazyView(async () => (await import('./origin-note')).OriginNote);

/** Few articles are edited. */
const EditedNote = lazyView(async () => (await import('./edited-note')).EditedNote);

const pictured = /<img\b/i;

interface BodyProps {
  reading: Reading;
  language: string;
  isPreview: boolean;
}

function BodyOf({ reading, language, isPreview }: BodyProps) {
  const { entry, body, status } = reading;
  if (status === 'loading') return <BodySkeleton />;
  if (status === 'failed')
    return <RetryNote text={t('articleFailed')} onRetry={() => void readEntry(entry.id)} />;
  if (body === null) return <GoneText entry={entry} language={language} />;
  return (
    <>
      {entry.edited === 1 && <EditedNote entry={entry} body={body} language={language} />}
      <Recordings body={body} owner={{ ...entry, id: isPreview ? null : entry.id }} />
      <ArticleText entry={entry} body={body} language={language} />
      <Enclosures body={body} feedId={entry.feedId} />
      {pictured.test(body.html) && <FeedImagePolicy feedId={entry.feedId} />}
    </>
  );
}

interface Props {
  reading: Reading;
  /** Of an article whose feed is not subscribed. */
  feed?: NamedFeed;
}

/** One article, from its title to the way to its original. Takes the keyboard, so that keys scroll it. */
export function ArticleView({ reading, feed: named }: Props) {
  const { entry, body } = reading;
  const scroller = useRef<HTMLElement>(null);
  const own = feedsById.value.get(entry.feedId);
  const feed = named ?? own;
  const declared = body?.language || (feed?.language ?? '');
  const language = useArticleLanguage(entry, body, declared);
  const title = inScript(entry.title, language, entry.feedId);
  useLayoutEffect(() => {
    // in the frame that shows it, where all is laid out once: asking in between has it laid out for every key
    const toTop = () => {
      scroller.current?.scrollTo({ top: 0 });
      scroller.current?.toggleAttribute('data-opened', true);
      scroller.current?.focus({ preventScroll: true });
    };
    if (document.hidden) return toTop();
    const frame = requestAnimationFrame(toTop);
    return () => cancelAnimationFrame(frame);
  }, [entry.id]);
  useEffect(() => scroller.current?.addEventListener('play', onPlay, true), []);
  useEffect(() => (scroller.current ? followPosition(scroller.current, entry) : undefined), [entry.id]);
  const classes = [
    'article',
    isWideScript(language) && 'wide-script',
    beginsRight(title.text) && 'from-right',
  ];
  return (
    <article
      ref={scroller}
      class="article-scroller"
      tabIndex={-1}
      data-shown={entry.id}
      aria-labelledby="article-title"
      onBlur={() => scroller.current?.toggleAttribute('data-opened', false)}
    >
      <div class={classes.filter(Boolean).join(' ')}>
        <ArticleMeta entry={entry} feed={feed} />
        <Headline text={title.text} language={title.language} />
        {!named && <AlsoIn entry={entry} />}
        {!named && <ArticleTags entry={entry} />}
        <BodyOf reading={reading} language={language} isPreview={named !== undefined} />
        <OriginalLink link={entry.link} />
        {!named && body && own && <OriginNote body={body} feed={own} />}
      </div>
    </article>
  );
}
