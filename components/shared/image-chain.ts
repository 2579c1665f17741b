import { type ImageChoice, type ImageStep, isProxied } from '../../utils/article/images/chain';
import { bestCandidate } from '../../utils/article/images/srcset';
import { t } from '../../utils/browser/text';
import { readUrl } from '../../utils/text/address-url';
import { cachedCopy } from './cached-copy';
import { dress, imagePlace } from './image-place';
import { ImageRooms } from './image-room';
import { giveSize, keepRoom, noteSize } from './image-sizes';
import { mayTake, noteWay, stepsFor } from './image-ways';

/** An image in sight that has not come after so many milliseconds is tried elsewhere. */
const patience = 15_000;
/** About how wide the text column is, in CSS px. */
const columnWidth = 700;

interface Tried {
  /** As the feed gave it, resolved. */
  given: string;
  steps: ImageStep[];
  at: number;
  asked: boolean;
  /** What stands in the image's place while it is not shown. */
  place: HTMLElement | null;
  timer: number;
}

/** The one address of an image that has several: of what its `picture` or itself offers, what fits the column. */
function givenAddress(image: HTMLImageElement): string {
  const sources = image.closest('picture')?.querySelectorAll('source') ?? [];
  const sets = [image, ...sources].map((element) => element.getAttribute('srcset') ?? '');
  const set = sets.find((text) => text !== '') ?? '';
  return image.getAttribute('src') || bestCandidate(set, columnWidth, devicePixelRatio);
}

function hasVariants(image: HTMLImageElement): boolean {
  return image.hasAttribute('srcset') || image.closest('picture') !== null;
}

/** Leaves an image one address only. */
function dropVariants(image: HTMLImageElement): void {
  image.removeAttribute('srcset');
  image.removeAttribute('sizes');
  image.closest('picture')?.replaceWith(image);
}

/** The images of one article: each is tried at one address after the other, and leaves its words and a button at last. */
export class ImageChain {
  readonly #tried = new Map<HTMLImageElement, Tried>();
  /** Of copies that are shown, to be let go of with the article. */
  readonly #copies: string[] = [];
  readonly #rooms: ImageRooms;
  #stopped = false;
  #telling = 0;
  readonly #sight = new IntersectionObserver((seen) => this.#await(seen));

  /** `onWaiting` hears how many images wait for a press whenever that changes. */
  constructor(
    private readonly container: HTMLElement,
    private readonly choice: ImageChoice,
    private readonly onWaiting: (images: number) => void = () => undefined,
  ) {
    this.#rooms = new ImageRooms(container);
    // Neither bubbles.
    container.addEventListener('error', this.#onError, true);
    container.addEventListener('load', this.#onLoad, true);
  }

  /**
   * Puts an article into the container, its images taken over before that, and so before anything is asked for: until then
   * it stands in a document that loads nothing.
   */
  show(content: DocumentFragment): void {
    for (const image of content.querySelectorAll('img')) {
      const given = givenAddress(image);
      if (given === '') continue;
      giveSize(image, given);
      this.#start(image, given);
    }
    if (this.choice.policy !== 'always')
      for (const video of content.querySelectorAll('video')) video.removeAttribute('poster');
    this.container.replaceChildren(content);
    for (const { place } of this.#tried.values()) if (place) dress(place);
    this.#tell();
  }

  /** As if every image's button had been pressed. */
  loadAll(): void {
    for (const image of this.#waiting()) this.#press(image);
  }

  stop(): void {
    this.container.removeEventListener('error', this.#onError, true);
    this.container.removeEventListener('load', this.#onLoad, true);
    this.#sight.disconnect();
    this.#rooms.stop();
    for (const { timer } of this.#tried.values()) clearTimeout(timer);
    this.#tried.clear();
    clearTimeout(this.#telling);
    this.#stopped = true;
    for (const copy of this.#copies) URL.revokeObjectURL(copy);
  }

  #start(image: HTMLImageElement, given: string): void {
    const steps = stepsFor(given, this.choice);
    if (steps.length > 0) this.#rooms.reserve(image, given);
    this.#tried.set(image, { given, steps, at: 0, asked: false, place: null, timer: 0 });
    if (steps[0]?.via !== 'cached' && steps[0]?.address === given) this.#sight.observe(image);
    else this.#turn(image);
  }

  /** Tries the image where its turn is, or leaves its place. */
  #turn(image: HTMLImageElement): void {
    const tried = this.#tried.get(image);
    if (!tried) return;
    this.#forgetWait(image, tried);
    dropVariants(image);
    const step = tried.steps[tried.at];
    if (step?.via === 'cached') void this.#tryCopy(image, tried);
    else if (step && isProxied(step)) void this.#tryProxy(image, tried, step);
    else if (step) this.#tryAt(image, tried, step.address);
    else this.#leavePlace(image, tried);
  }

  /** Shows the copy that was kept, if there is one. */
  async #tryCopy(image: HTMLImageElement, tried: Tried): Promise<void> {
    image.removeAttribute('src');
    const step = tried.steps[tried.at];
    const copy = await cachedCopy(tried.given);
    if (copy !== null) this.#copies.push(copy);
    // Meanwhile its button may have been pressed, or another article opened.
    if (this.#stopped || tried.steps[tried.at] !== step) {
      if (copy !== null) URL.revokeObjectURL(copy);
      return;
    }
    if (copy !== null) this.#tryAt(image, tried, copy);
    else {
      tried.at++;
      this.#turn(image);
    }
  }

  /** Tells a proxy of the image, if the reader still lets it be told. */
  async #tryProxy(image: HTMLImageElement, tried: Tried, step: ImageStep): Promise<void> {
    image.removeAttribute('src');
    const mayAsk = await mayTake(step);
    if (this.#stopped || tried.steps[tried.at] !== step) return;
    if (mayAsk) this.#tryAt(image, tried, step.address);
    else {
      tried.at++;
      this.#turn(image);
    }
  }

  #tryAt(image: HTMLImageElement, tried: Tried, address: string): void {
    // Without it a screen reader spells out the address.
    if (!image.hasAttribute('alt')) image.alt = '';
    image.setAttribute('src', address);
    tried.place?.replaceWith(image);
    tried.place = null;
    this.#sight.observe(image);
  }

  #leavePlace(image: HTMLImageElement, tried: Tried): void {
    image.removeAttribute('src');
    const host = readUrl(tried.given)?.hostname ?? '';
    const words = image.alt.trim() || (host === '' ? t('imageGone') : t('imageFrom', [host]));
    const label = this.#label(tried, host);
    const place = imagePlace({ words, label, onPress: () => this.#press(image) });
    keepRoom(place, image);
    (tried.place ?? image).replaceWith(place);
    tried.place = place;
    this.#rooms.failed(image, place);
    dress(place);
    this.#tellSoon();
  }

  #label({ given, asked }: Tried, host: string): string {
    const { policy } = this.choice;
    if (policy === 'cached' || given.startsWith('data:')) return '';
    if (policy === 'proxies' && !asked) return t('imageLoadFrom', [host]);
    return policy === 'click' && !asked ? t('imageLoad') : t('retry');
  }

  #press(image: HTMLImageElement): void {
    const tried = this.#tried.get(image);
    if (!tried) return;
    // The button goes; the keyboard stays with the article.
    tried.place?.closest<HTMLElement>('main')?.focus({ preventScroll: true });
    Object.assign(tried, { asked: true, at: 0, steps: stepsFor(tried.given, this.choice, true) });
    this.#turn(image);
    this.#tell();
  }

  /** Those that nothing was tried for yet. */
  #waiting(): HTMLImageElement[] {
    if (this.choice.policy !== 'click') return [];
    return [...this.#tried].flatMap(([image, { asked, place }]) => (asked || !place ? [] : [image]));
  }

  /** Copies are looked up one by one, and their places come as fast. */
  #tellSoon(): void {
    clearTimeout(this.#telling);
    this.#telling = window.setTimeout(() => this.#tell());
  }

  #tell(): void {
    this.onWaiting(this.#waiting().length);
  }

  #fail(image: HTMLImageElement): void {
    const tried = this.#tried.get(image);
    if (!tried || tried.place) return;
    // Of several files of one site the plain one is tried before another way.
    if (!hasVariants(image)) tried.at++;
    this.#turn(image);
  }

  readonly #onError = (event: Event): void => {
    if (event.isTrusted && event.target instanceof HTMLImageElement) this.#fail(event.target);
  };

  readonly #onLoad = (event: Event): void => {
    const image = event.target;
    const tried = image instanceof HTMLImageElement && this.#tried.get(image);
    if (!event.isTrusted || !tried) return;
    this.#forgetWait(image, tried);
    noteSize(tried.given, image);
    this.#rooms.came(image);
    const step = tried.steps[tried.at];
    if (step && !tried.given.startsWith('data:')) noteWay(tried.given, this.choice, step);
  };

  #forgetWait(image: HTMLImageElement, tried: Tried): void {
    clearTimeout(tried.timer);
    tried.timer = 0;
    this.#sight.unobserve(image);
  }

  /** A lazy image is asked for when it comes near: only then does its time run. */
  #await(seen: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of seen) {
      const tried = target instanceof HTMLImageElement && this.#tried.get(target);
      if (!tried || !isIntersecting || tried.timer !== 0 || target.complete) continue;
      tried.timer = window.setTimeout(() => this.#giveUp(target), patience);
    }
  }

  /** One whose size is known is on its way, however slowly. */
  #giveUp(image: HTMLImageElement): void {
    if (image.naturalWidth === 0) this.#fail(image);
  }
}
