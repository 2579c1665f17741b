import { useEffect, useRef } from 'preact/hooks';
import { imageChoice } from './image-choice';

interface Props {
  address: string;
  words: string;
  feedId: number;
}

/** A picture that came beside an article's text, asked for like those within it. */
export function ChainedPicture({ address, words, feedId }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const choice = imageChoice(feedId);
  useEffect(() => {
    let stop = () => {};
    let current = true;
    void import('./image-chain').then(({ ImageChain }) => {
      if (!current || !choice || !container.current) return;
      const chain = new ImageChain(container.current, choice);
      stop = () => chain.stop();
      chain.show(pictured(address, words));
    });
    return () => {
      current = false;
      stop();
    };
  }, [address, words, choice]);
  return <div ref={container} />;
}

/** The picture in a document that loads nothing, as the sanitizer would give it. */
function pictured(address: string, words: string): DocumentFragment {
  const inert = document.implementation.createHTMLDocument('');
  const content = inert.createDocumentFragment();
  const image = inert.createElement('img');
  image.alt = words;
  image.loading = 'lazy';
  image.decoding = 'async';
  image.referrerPolicy = 'no-referrer';
  image.src = address;
  content.append(image);
  return content;
}
