/**
 * What may come out of the sanitizer, written down a second time: the tests must not take the sanitizer's own tables for
 * the truth. From the notes on hostile content, section 6; a tag added there must be added here with the same thought.
 */
export const safeTags: ReadonlySet<string> = new Set(
  `a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd del
  details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p
  picture pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead
  time tr tt u ul var video wbr
  math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace
  msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics`.split(/\s+/),
);

/** Attributes a feed may set, and those that the sanitizer sets itself. */
export const safeAttributes: ReadonlySet<string> = new Set(
  `abbr align alt cite colspan controls datetime dir display headers height href hreflang id lang loop mathvariant open
  poster reversed rowspan scope sizes span src srcset start title type valign value width
  target rel referrerpolicy loading decoding preload`.split(/\s+/),
);

/** The room that a page keeps for a picture of unknown size: its own words, in numbers, and nothing that a feed could say. */
export const ownStyle = /^aspect-ratio: \d+ \/ \d+; object-fit: scale-down;$/;

export const formControls =
  'form,input,button,select,textarea,fieldset,label,datalist,output,meter,progress,option,optgroup,object,keygen';
export const neverThere =
  'script,style,link,meta,base,iframe,frame,frameset,embed,object,applet,svg,template,slot,dialog,noscript,area,map,track,canvas,portal,fencedframe,marquee,title,html,head,body';
