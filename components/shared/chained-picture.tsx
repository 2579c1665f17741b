import { useEffect, useRef } from 'preact/hooks';
import { imageChoice } from './image-choice';

/** A picture that came beside an article's text, asked for like those within it. */
export function ChainedPicture({ address, words }: { address: string; words: string }) {
  const container = useRef<HTMLDivElement>(null);
  const choice = imageChoice.value;
  useEffect(() => {
    let stop = () => {};
    let current = true;
    void import('./image-chain').then(({ ImageChain }) => {
      if (!current || !choice || !container.current) return;
      const chain = new ImageChain(container.current, choice);
      stop = () => chain.stop();
      const content = document.createDocumentFragment();
      content.append(lazyImage(address, words));
      chain.take(content);
      container.current.replaceChildren(content);
    });
    return () => {
      current = false;
      stop();
    };
  }, [address, words, choice]);
  return <div ref={container} />;
}

function lazyImage(address: string, words: string): HTMLImageElement {
  const image = document.createElement('img');
  image.alt = words;
  image.loading = 'lazy';
  image.decoding = 'async';
  image.referrerPolicy = 'no-referrer';
  image.src = address;
  return image;
}
