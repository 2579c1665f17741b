import { readUrl } from '../../utils/text/address-url';

interface Shape {
  width: number;
  height: number;
}

/** Of most pictures of news. */
const usual: Shape = { width: 720, height: 480 };
/** Narrower ones stand beside words more often than between them, and are given no room before they come. */
const leastWidth = 200;
/** A picture that is so many times higher than its room would be too small in it to be seen. */
const muchHigher = 1.6;

const storeKey = 'picture-shapes';
const mostHosts = 300;

/**
 * By host, newest last: how large the last picture was that stood by itself; 0 x 0 where it did not come. Kept for pages to
 * come, because a popup is a new one each time.
 */
type Shapes = ReadonlyMap<string, Shape>;

let last: { text: string; shapes: Shapes } = { text: '', shapes: new Map() };

function isKept(one: unknown): one is [host: string, width: number, height: number] {
  if (!Array.isArray(one)) return false;
  const [host, ...sides]: unknown[] = one;
  return typeof host === 'string' && sides.length === 2 && sides.every(Number.isSafeInteger);
}

function shapesFrom(text: string): Shapes {
  try {
    const kept: unknown = JSON.parse(text);
    const shapes = Array.isArray(kept) ? kept.filter(isKept) : [];
    return new Map(shapes.map(([host, width, height]) => [host, { width, height }]));
  } catch {
    return new Map();
  }
}

function readShapes(): Shapes {
  const text = localStorage.getItem(storeKey) ?? '[]';
  if (text !== last.text) last = { text, shapes: shapesFrom(text) };
  return last.shapes;
}

function noteShape(host: string, { width, height }: Shape): void {
  const shapes = new Map(readShapes());
  const before = shapes.get(host);
  if (before?.width === width && before.height === height) return;
  shapes.delete(host);
  shapes.set(host, { width, height });
  const kept = Array.from(shapes, ([name, shape]) => [name, shape.width, shape.height]).slice(-mostHosts);
  try {
    localStorage.setItem(storeKey, JSON.stringify(kept));
  } catch {
    // no room: the usual shape does
  }
}

/** Null where none is reserved. */
function shapeOf(host: string): Shape | null {
  const { width, height } = readShapes().get(host) ?? usual;
  return width >= leastWidth && height > 0 ? { width, height } : null;
}

const flowing = new Set(['a', 'b', 'em', 'i', 'picture', 'span', 'strong', 'u']);
const isBlank = (node: Node) => node instanceof Text && node.data.trim() === '';
const breaks = (node: Node | null) =>
  node === null || (node instanceof Element && node.localName !== 'img' && !flowing.has(node.localName));

function beside(node: Node, step: 'previousSibling' | 'nextSibling'): Node | null {
  let next = node[step];
  while (next && isBlank(next)) next = next[step];
  return next;
}

/** Whether no words and no other picture share its line, and something follows that would move. */
function standsAlone(image: HTMLImageElement): boolean {
  let node: Node = image;
  for (;;) {
    if (!breaks(beside(node, 'previousSibling')) || !breaks(beside(node, 'nextSibling'))) return false;
    const parent: Node | null = node.parentNode;
    if (!(parent instanceof Element) || !flowing.has(parent.localName)) break;
    node = parent;
  }
  return !image.closest('table, li') && isFollowed(node);
}

function isFollowed(node: Node): boolean {
  for (let one: Node | null = node; one; one = one.parentNode) if (beside(one, 'nextSibling')) return true;
  return false;
}

/** Where what follows it begins, from the top of the window. */
function endOf(element: Element): number {
  const margin = Number.parseFloat(getComputedStyle(element).marginBlockEnd) || 0;
  return element.getBoundingClientRect().bottom + margin;
}

const isSized = (image: HTMLImageElement) => image.hasAttribute('width') || image.hasAttribute('height');

/**
 * The rooms of pictures that do not say their size: reserved before they come, by the last picture of their host, and put
 * right once nobody sees it. So what is read never moves: a picture in sight stands within its room, be it too large for
 * it, and one above is put right together with the place to which the article is scrolled.
 */
export class ImageRooms {
  readonly #hosts = new Map<HTMLElement, string>();
  readonly #late = new Map<Element, () => void>();
  readonly #sight = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) if (!isIntersecting) this.#settle(target);
  });

  constructor(private readonly container: HTMLElement) {}

  /** Before it is asked for, while it is not on the page yet. */
  reserve(image: HTMLImageElement, given: string): void {
    // what is in its own address comes at once, and is too long to be looked into
    if (given.startsWith('data:') || !this.container.matches('.article-body') || isSized(image)) return;
    const host = readUrl(given)?.host ?? '';
    const shape = shapeOf(host);
    if (host === '' || !shape || !standsAlone(image)) return;
    image.width = shape.width;
    image.height = shape.height;
    image.style.aspectRatio = `${shape.width} / ${shape.height}`;
    image.style.objectFit = 'scale-down';
    this.#hosts.set(image, host);
  }

  came(image: HTMLImageElement): void {
    const host = this.#hosts.get(image);
    if (host === undefined) return;
    const { naturalWidth: width, naturalHeight: height } = image;
    const room = image.getBoundingClientRect();
    noteShape(host, { width, height });
    this.#hosts.delete(image);
    const put = () => {
      image.removeAttribute('style');
      image.width = width;
      image.height = height;
    };
    const wanted = Math.min(height, (room.width * height) / width);
    const fits = Math.abs(wanted - room.height) < 1 && width >= room.width;
    if (fits || wanted > room.height * muchHigher) put();
    else this.#unseen(image, put);
  }

  /** What stands in its place, in the same room. */
  failed(image: HTMLImageElement, place: HTMLElement): void {
    const host = this.#hosts.get(image);
    if (host === undefined) return;
    noteShape(host, { width: 0, height: 0 });
    this.#unseen(place, () => place.removeAttribute('style'));
  }

  stop(): void {
    this.#sight.disconnect();
    this.#late.clear();
  }

  #unseen(element: Element, put: () => void): void {
    this.#late.set(element, put);
    this.#sight.observe(element);
  }

  /** What follows it stays where it is, if it is what is seen. */
  #settle(element: Element): void {
    const put = this.#late.get(element);
    const scroller = this.container.closest('.article-scroller') ?? document.scrollingElement;
    if (!put || !scroller) return;
    this.#late.delete(element);
    this.#sight.unobserve(element);
    const before = endOf(element);
    const isAbove = before <= Math.max(0, scroller.getBoundingClientRect().top);
    put();
    // browsers that keep the place by themselves have done it by now (CSS Scroll Anchoring)
    if (isAbove) scroller.scrollTop += endOf(element) - before;
  }
}
