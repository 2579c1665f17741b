/**
 * Named character references of HTML (https://html.spec.whatwg.org/multipage/named-characters.html) that stand in texts:
 * all of HTML 4, and those of HTML 5 for the signs of a keyboard, for ł and ✓; its 1,800 others, most for mathematics,
 * would be half of the parser. Packed: the names of one code point joined by spaces, code points rising by one from comma
 * to comma, or by the number before the names. `lang` and `rang` are what XHTML 1.0 declares, since feeds are XML.
 */
export const packedEntities =
  '33excl,quot,num,dollar,percnt,amp,apos,lpar,rpar,ast,plus,comma,2period,sol,11colon,semi,lt,equals,gt,quest,commat,27lsqb lbrack,bsol,rsqb rbrack,Hat,lowbar,grave,27lcub lbrace,verbar vert,rcub rbrace,35nbsp,iexcl,cent,pound,curren,yen,brvbar,sect,uml,copy,ordf,laquo,not,shy,reg,macr,deg,plusmn,sup2,sup3,acute,micro,para,middot,cedil,sup1,ordm,raquo,frac14,frac12,frac34,iquest,7AElig,10ETH,7times,Oslash,6THORN,szlig,7aelig,10eth,7divide,oslash,6thorn,67Lstrok,lstrok,16OElig,oelig,63fnof,308circ,22tilde,213alpha,beta,gamma,delta,epsilon,zeta,eta,theta,iota,kappa,lambda,mu,nu,xi,omicron,pi,rho,sigmaf,sigma,tau,upsilon,phi,chi,psi,omega,8thetasym,upsih,4piv,7212ensp,emsp,6thinsp,3zwnj,zwj,lrm,rlm,hyphen,3ndash,mdash,4lsquo,rsquo,sbquo,2ldquo,rdquo,bdquo,2dagger,Dagger,bull,4hellip,10permil,2prime,Prime,6lsaquo,rsaquo,4oline,6frasl,104euro,101image,7weierp,4real,6trade,19alefsym,91larr,uarr,rarr,darr,harr,33crarr,27lArr,uArr,rArr,dArr,hArr,44forall,2part,exist,2empty,2nabla,isin,notin,2ni,4prod,2sum,minus,5lowast,3radic,3prop,infin,2ang,7and,or,cap,cup,int,9there4,8sim,9cong,3asymp,24ne,equiv,3le,ge,29sub,sup,nsub,2sube,supe,14oplus,2otimes,14perp,32sdot,67lceil,rceil,lfloor,rfloor,30lang,rang,672loz,150spades,3clubs,2hearts,diams,173check';

/** Code points whose names with a capital stand for the capital letter 32 before: the Greek ones. */
export const FIRST_CAPITAL = 945;
export const LAST_CAPITAL = 969;

/** Accents, as `eacute` is `e` with one. */
export const accents: Record<string, string> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  macr: '\u0304',
  breve: '\u0306',
  dot: '\u0307',
  uml: '\u0308',
  ring: '\u030a',
  dblac: '\u030b',
  caron: '\u030c',
  cedil: '\u0327',
  ogon: '\u0328',
};
