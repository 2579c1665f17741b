import { type HidingRule, hidingLimits } from '../model/hiding';
import { type Block, splitBlocks } from '../text/blocks';
import { type Opened, type Span, walkElements } from './elements';
import { comparable, findOwn, hideOwn } from './hide-own';

/** What a reader pointed at: its words, or the place of a picture among the blocks that are only pictures. */
export interface Picked {
  text: string;
  picture: { place: number; of: number } | null;
}

/** Selectors that are offered beside the words. */
const mostSelectors = 3;
const plainName = /^[-_a-z][-\w]*$/i;
/** `post-48213` is an article's own name. */
const numbered = /\d{3}/;

/**
 * Rules that would hide what was pointed at, the narrowest first: by all its text, then by what tells an element around it
 * from others. None that would hide the whole article, or nothing of it.
 */
export function offerRules(html: string, picked: Picked): HidingRule[] {
  const block = blockOf(splitBlocks(html), picked);
  if (!block) return [];
  const { text } = picked;
  const byText: HidingRule[] =
    text !== '' && text.length <= hidingLimits.length ? [{ by: 'text', what: text }] : [];
  const bySelector = selectorsAround(html, block).map((what): HidingRule => ({ by: 'selector', what }));
  const isGood = (rule: HidingRule) =>
    findOwn(html, rule).some((span) => span.start <= block.start && block.end <= span.end) &&
    hideOwn(html, [rule]).hidden.length > 0;
  return [...byText.filter(isGood), ...bySelector.filter(isGood).slice(0, mostSelectors)];
}

function blockOf(blocks: readonly Block[], { text, picture }: Picked): Block | undefined {
  if (text !== '') return blocks.find((block) => comparable(block.text) === comparable(text));
  const pictures = blocks.filter((block) => block.text === '');
  return picture && pictures.length === picture.of ? pictures[picture.place] : undefined;
}

/** Selectors of the elements that the piece stands in, or is, from the innermost outwards. */
function selectorsAround(html: string, piece: Span): string[] {
  const around: string[] = [];
  walkElements(
    html,
    () => undefined,
    (element, span) => {
      const isAround =
        (span.start <= piece.start && piece.end <= span.end) || (isPicture(element) && isIn(span, piece));
      const selector = isAround ? selectorOf(element) : null;
      if (selector !== null && selector.length <= hidingLimits.length) around.push(selector);
    },
  );
  return [...new Set(around)];
}

const isPicture = ({ tag }: Opened) => tag === 'img' || tag === 'iframe' || tag === 'video';
const isIn = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end;

/** By id, classes, or where a picture comes from; null for an element that nothing tells from others. */
function selectorOf({ tag, attributes }: Opened): string | null {
  const said = (name: string) => attributes.find((one) => one.name === name)?.value.trim() ?? '';
  const id = said('id');
  if (plainName.test(id) && !numbered.test(id)) return `${tag}#${id}`;
  const classes = said('class')
    .split(/\s+/)
    .filter((one) => plainName.test(one) && !numbered.test(one));
  if (classes.length > 0) return `${tag}.${classes.slice(0, 3).join('.')}`;
  const src = said('src');
  return src === '' || src.includes('"') ? null : `${tag}[src="${src}"]`;
}
