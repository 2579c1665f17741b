/** What an image element shows once the publisher's script would have run. */
export interface ImageSource {
  src: string;
  srcset: string;
}

/** The attributes in which scripts find the address to load later, and whose they are. First come, first taken. */
const lazyNames = [
  // lazysizes, lozad, vanilla-lazyload, WeChat articles, NetEase
  'data-src',
  // jQuery Lazy Load, Zhihu, many Chinese portals
  'data-original',
  // WP Rocket, Jetpack, a3 Lazy Load
  'data-lazy-src',
  // Zhihu
  'data-actualsrc',
  // Jianshu
  'data-original-src',
  // Slick, Flickity, Swiper
  'data-lazy',
  'data-flickity-lazyload',
  'data-lazyload',
  // echo.js
  'data-echo',
  // Cloudflare Mirage, PageSpeed, NitroPack
  'data-cfsrc',
  'data-pagespeed-lazy-src',
  'pagespeed_lazy_src',
  'nitro-lazy-src',
  // Others seen in feeds
  'data-delayed-url',
  'data-img-src',
  'data-image-src',
  'data-hi-res-src',
  'data-lazysrc',
  'data-ks-lazyload',
  'data-defer-src',
  'lazy-src',
  'original',
];

/** Names with other uses too: only asked when `src` shows nothing. `file` and `zoomfile` are Discuz! forums'. */
const doubtfulNames = [
  'file',
  'zoomfile',
  'data-url',
  'data-full-url',
  'data-large-file',
  'data-orig-file',
  '_src',
];

const lazySrcsetNames = [
  'data-srcset',
  'data-lazy-srcset',
  'data-original-set',
  'nitro-lazy-srcset',
  'lazy-srcset',
];

/** A picture in the address itself of at most this many characters is a grey box, a dot or a blur. */
const longestPlaceholder = 1600;
const placeholderFile =
  /(?:^|[/_.-])(?:1x1|blank|clear|dot|empty|grey|gray|lazy|lazyload|loader|loading|pixel|place-?holder|space|spacer|transparent|trans)(?:[-_.]?\d+)?\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)/i;

/** Whether an address shows nothing of its own: none, a small picture in the address, a file called blank.gif. */
export function isPlaceholder(src: string): boolean {
  const text = src.trim();
  if (text === '' || /^(?:about:|#|javascript:)/i.test(text)) return true;
  return /^data:/i.test(text) ? text.length <= longestPlaceholder : placeholderFile.test(text);
}

/** Values of such attributes are addresses, but also `true`, `lazyload` and colours. */
function isAddress(value: string): boolean {
  const text = value.trim();
  return !isPlaceholder(text) && !/\s/.test(text) && /^(?:https?:|\/|\.|[^:?#]+[/.][^:]*)/i.test(text);
}

type Read = (name: string) => string | null;

const firstAddress = (names: readonly string[], read: Read) =>
  names
    .map((name) => read(name) ?? '')
    .find(isAddress)
    ?.trim() ?? '';

/**
 * What an image would show after its publisher's lazy-loading script: from an `img` or `source` with attributes like
 * `data-src` or `data-original`, in place of the empty or blurred picture in `src`. `read` gives an attribute's value, or
 * null. The addresses are as the feed wrote them, unchecked: they must pass the sanitizer like any other. Where there is
 * nothing lazy, the element's own `src` and `srcset`; a `src` that shows nothing becomes ''.
 */
export function lazySource(read: Read): ImageSource {
  const own = read('src') ?? '';
  const lazySrcset = lazySrcsetNames.map((name) => read(name)?.trim() ?? '').find((text) => text !== '');
  const lazy = firstAddress(lazyNames, read);
  if (lazy !== '') return { src: lazy, srcset: lazySrcset ?? '' };
  const srcset = lazySrcset ?? read('srcset') ?? '';
  if (!isPlaceholder(own)) return { src: own, srcset };
  return { src: firstAddress(doubtfulNames, read), srcset };
}
