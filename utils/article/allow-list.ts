const list = (text: string) => text.trim().split(/\s+/);

/** What an article is made of. No form control, frame, SVG, style or anything that acts by itself. */
export const allowedTags = list(`
  a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd del
  details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p
  picture pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead
  time tr tt u ul var video wbr
  math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace
  msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics
`);

/** Attributes that hold no address. DOMPurify tests every attribute against the pattern of addresses but these. */
export const plainAttributes = list(`
  abbr align alt colspan controls datetime dir display headers height hreflang id lang loop mathvariant open reversed
  rowspan scope sizes span start title type valign value width
`);

/** Attributes that hold an address; resolved and checked one by one before this list is asked. */
export const addressAttributes = list('cite href poster src srcset');

/** Elements whose text goes with them: it is code, or the label of something that no longer works. */
export const droppedWithText = list(
  'button canvas datalist embed map menu object option optgroup select textarea',
);

/** What an address may look like after our own check; a second fence, not the first. */
export const addressPattern =
  /^(?:https?:\/\/|mailto:|tel:|#user-content-|data:image\/(?:png|gif|jpeg|webp|avif|bmp|x-icon)[;,])/i;

/** Pictures that may come inside the article itself: raster only, SVG is a document. */
export const rasterData = /^data:image\/(?:png|gif|jpe?g|webp|avif|bmp|x-icon)[;,]/i;
