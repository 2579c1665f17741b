import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { cutText } from '../../utils/text/html-text';
import { IconButton } from './icon-button';
import { picking } from './picking';
import { RuleOffers } from './rule-offers';
import { blockAt, type ShownBlock, shownBlocks } from './shown-blocks';

interface Props {
  feedId: number;
  html: string;
}

/** Room around the frame (px). */
const margin = 4;

const article = () => document.querySelector('[data-article-body]');

/** Lays a frame over the block and follows it: articles scroll, and pictures that come move them. */
function followBlock(frame: HTMLElement, block: ShownBlock): () => void {
  let asked = 0;
  const lay = () => {
    const { top, left, width, height } = block.range.getBoundingClientRect();
    Object.assign(frame.style, {
      top: `${top - margin}px`,
      left: `${left - margin}px`,
      width: `${width + 2 * margin}px`,
      height: `${height + 2 * margin}px`,
    });
    asked = requestAnimationFrame(lay);
  };
  lay();
  return () => cancelAnimationFrame(asked);
}

function reveal({ range }: ShownBlock): void {
  const { startContainer, startOffset } = range;
  const node = startContainer.childNodes[startOffset] ?? startContainer;
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: 'nearest' });
}

interface Acts {
  point: (at: number) => void;
  step: (by: number) => void;
  choose: () => void;
}

function end(): void {
  picking.value = null;
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 };

/** What moves the choice and ends it, as long as nothing is chosen. Keys are taken before the page's own. */
function listen(blocks: readonly ShownBlock[], { point, step, choose }: Acts): () => void {
  const body = article();
  const byPointer = (event: Event) => {
    if (!(event instanceof PointerEvent || event instanceof MouseEvent)) return;
    const at = blockAt(blocks, event.clientX, event.clientY);
    if (at >= 0) point(at);
    if (event.type !== 'click') return;
    event.preventDefault();
    event.stopPropagation();
    if (at >= 0) choose();
  };
  const byKey = (event: KeyboardEvent) => {
    const by = steps[event.key];
    const isPressed = event.target instanceof Element && event.target.closest('button') !== null;
    if (event.key === 'Escape') end();
    else if (by !== undefined) step(by);
    else if (event.key === 'Enter' && !isPressed) choose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  body?.addEventListener('pointermove', byPointer);
  body?.addEventListener('click', byPointer, true);
  window.addEventListener('keydown', byKey, true);
  return () => {
    body?.removeEventListener('pointermove', byPointer);
    body?.removeEventListener('click', byPointer, true);
    window.removeEventListener('keydown', byKey, true);
  };
}

function Choosing({ words, step, choose }: Omit<Acts, 'point'> & { words: string }) {
  return (
    <>
      <p class="quiet">{t('pickText')}</p>
      <p class="pick-words" role="status" dir="auto">
        {cutText(words, 140) || t('picture')}
      </p>
      <p class="pick-buttons">
        <button type="button" class="button primary small" onClick={choose}>
          {t('pickThis')}
        </button>
        <IconButton icon="previous" label={t('pickBefore')} onClick={() => step(-1)} />
        <IconButton icon="next" label={t('pickAfter')} onClick={() => step(1)} />
        <button type="button" class="button small" onClick={end}>
          {t('cancel')}
        </button>
      </p>
    </>
  );
}

/** The first block in sight, so that the choice begins where the reader is. */
function firstInSight(blocks: readonly ShownBlock[]): number {
  const at = blocks.findIndex(({ range }) => range.getBoundingClientRect().top >= 0);
  return Math.max(0, at);
}

function useFrame(frame: RefObject<HTMLDivElement | null>, block: ShownBlock | undefined): void {
  useEffect(() => (frame.current && block ? followBlock(frame.current, block) : undefined), [block]);
}

/** Lets the reader choose a passage of the open article by pointer or keyboard, and hide it in all articles of the feed. */
export function BlockPicker({ feedId, html }: Props) {
  const panel = useRef<HTMLElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [blocks] = useState(() => shownBlocks(article() ?? document.createElement('div')));
  const [at, setAt] = useState(() => firstInSight(blocks));
  const [chosen, setChosen] = useState(false);
  const block = blocks[at];
  const step = (by: number) =>
    setAt((now) => {
      const next = Math.min(blocks.length - 1, Math.max(0, now + by));
      const target = blocks[next];
      if (target) reveal(target);
      return next;
    });
  const choose = () => setChosen(true);
  useEffect(() => panel.current?.focus({ preventScroll: true }), [chosen]);
  useEffect(() => (chosen ? undefined : listen(blocks, { point: setAt, step, choose })), [chosen]);
  useFrame(frame, block);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end();
  };
  return (
    <>
      <div ref={frame} class="pick-frame" aria-hidden="true" />
      <section
        ref={panel}
        class="pick-panel"
        tabIndex={-1}
        aria-labelledby="pick-title"
        onKeyDown={onKeyDown}
      >
        <h2 id="pick-title">{t('pickTitle')}</h2>
        {!block && <p>{t('pickEmpty')}</p>}
        {block && !chosen && <Choosing words={block.picked.text} step={step} choose={choose} />}
        {block && chosen && (
          <RuleOffers
            feedId={feedId}
            html={html}
            picked={block.picked}
            onOther={() => setChosen(false)}
            onDone={end}
          />
        )}
      </section>
    </>
  );
}
