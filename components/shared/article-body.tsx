import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ImageChoice } from '../../utils/article/images/chain';
import { breakHeadings } from '../../utils/article/phrases';
import { t } from '../../utils/browser/text';
import type { Body } from '../../utils/model/entry';
import { decodePercent } from '../../utils/text/address-url';
import { conversionFor, convertTexts, inScript } from './chinese';
import { feedFace } from './feeds-state';
import { imageChoice } from './image-choice';
import type { Owner } from './recordings-of';
import { followScrolling } from './scroll-stops';
import { followSounds } from './sound-in-text';

interface Props {
  body: Body;
  owner: Owner;
  feedId: number;
  language: string;
}

/** Links to footnotes scroll; the address bar of an extension page is no business of an article. */
function followInside(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (!link) return;
  event.preventDefault();
  const id = decodePercent(link.getAttribute('href')?.slice(1) ?? '');
  const target = [...(event.currentTarget as Element).querySelectorAll('[id]')].find((one) => one.id === id);
  target?.scrollIntoView({ block: 'start' });
}

type Renderer = Awaited<ReturnType<typeof importRenderer>>;

/** Once it is here, an article is shown in the frame in which its text is. */
let loaded: Renderer | null = null;

function importRenderer() {
  return Promise.all([
    import('../../utils/article/render'),
    import('./image-chain'),
    import('./embed-place'),
  ]);
}

/** All are needed for the first article only. */
async function loadRenderer(): Promise<Renderer> {
  loaded = await importRenderer();
  return loaded;
}

interface Shown {
  simplified: boolean;
  /** Images that wait for a press. */
  waiting: number;
  loadAll: () => void;
}

const nothing: Shown = { simplified: false, waiting: 0, loadAll: () => {} };

/** Fills the container with the article, sanitized and with its images under the reader's rules. */
function fill(
  container: HTMLElement,
  { body, owner, feedId, language }: Props,
  choice: ImageChoice,
  [{ renderBody }, { ImageChain }, { embedPlace }]: Renderer,
  change: (how: (shown: Shown) => Shown) => void,
): () => void {
  const { privateHosts } = feedFace(feedId);
  const { content, simplified, embeds } = renderBody(
    body.html,
    { base: body.base, privateHosts },
    owner.title,
  );
  convertTexts(content, language, conversionFor(feedId));
  breakHeadings(content, inScript('', language, feedId).language);
  const chain = new ImageChain(container, choice, (waiting) => change((shown) => ({ ...shown, waiting })));
  change(() => ({ simplified, waiting: 0, loadAll: () => chain.loadAll() }));
  chain.show(content);
  for (const [link, embed] of embeds) link.replaceWith(embedPlace(embed, link.textContent ?? ''));
  const quiet = followSounds(container, body, owner);
  const still = followScrolling(container.querySelectorAll('pre'));
  return () => {
    quiet();
    still();
    chain.stop();
  };
}

function useSanitized(props: Props) {
  const container = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(nothing);
  const choice = imageChoice(props.feedId);
  const script = conversionFor(props.feedId);
  useEffect(() => container.current?.addEventListener('click', followInside), []);
  useLayoutEffect(() => {
    let current = true;
    let stop = () => {};
    const show = (renderer: Renderer) => {
      if (current && choice && container.current)
        stop = fill(container.current, props, choice, renderer, setShown);
    };
    if (loaded) show(loaded);
    else void loadRenderer().then(show);
    return () => {
      current = false;
      stop();
    };
  }, [props.body, props.feedId, choice, script]);
  return { container, shown };
}

/** The article's own HTML, sanitized anew each time it is shown. */
export function ArticleBody(props: Props) {
  const { container, shown } = useSanitized(props);
  return (
    <>
      {shown.simplified && <p class="note">{t('articleSimplified')}</p>}
      {shown.waiting > 1 && (
        <button type="button" class="button small load-images" onClick={shown.loadAll}>
          {t('imageLoadAll')}
        </button>
      )}
      <div
        ref={container}
        class="article-body"
        data-article-body
        lang={inScript('', props.language, props.feedId).language}
        dir="auto"
      />
    </>
  );
}
