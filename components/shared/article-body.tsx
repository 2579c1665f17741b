import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import type { Body } from '../../utils/model/entry';
import { decodePercent } from '../../utils/text/address-url';
import { feedFace } from './feeds-state';

interface Props {
  body: Body;
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

/** A picture that does not come leaves its words, not a broken frame. */
function markBroken(event: Event): void {
  if (event.target instanceof HTMLImageElement) event.target.classList.add('broken');
}

function useListeners(container: { current: HTMLElement | null }): void {
  useEffect(() => {
    // Errors of pictures do not bubble.
    container.current?.addEventListener('error', markBroken, true);
    container.current?.addEventListener('click', followInside);
  }, [container]);
}

function useSanitized(body: Body, feedId: number) {
  const container = useRef<HTMLDivElement>(null);
  const [simplified, setSimplified] = useState(false);
  useListeners(container);
  useEffect(() => {
    let current = true;
    void import('../../utils/article/render').then(({ renderBody }) => {
      if (!current || !container.current) return;
      const rendered = renderBody(body.html, {
        base: body.base,
        privateHosts: feedFace(feedId).privateHosts,
      });
      container.current.replaceChildren(rendered.content);
      setSimplified(rendered.simplified);
    });
    return () => {
      current = false;
    };
  }, [body, feedId]);
  return { container, simplified };
}

/** The article's own HTML, sanitized anew each time it is shown. */
export function ArticleBody({ body, feedId, language }: Props) {
  const { container, simplified } = useSanitized(body, feedId);
  return (
    <>
      {simplified && <p class="note">{t('articleSimplified')}</p>}
      <div ref={container} class="article-body" data-article-body lang={language} dir="auto" />
    </>
  );
}
