import { describe, expect, it } from 'vitest';
import { decodeEntities } from '../../utils/text/entities';

/** HTML 4's names by code point (https://www.w3.org/TR/html4/sgml/entities.html), Latin 1 and the runs of Greek. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

/** HTML 5's names of ASCII signs, and what they stand for. */
const KEYBOARD =
  'excl ! quot " num # dollar $ percnt % amp & apos \' lpar ( rpar ) ast * plus + comma , period . sol / colon : semi ; lt < equals = gt > quest ? commat @ lsqb [ lbrack [ bsol \\ rsqb ] rbrack ] Hat ^ lowbar _ grave ` lcub { lbrace { verbar | vert | rcub } rbrace }'.split(
    ' ',
  );

describe('character references', () => {
  it('have the names of the signs of a keyboard', () => {
    for (const [i, name] of KEYBOARD.entries())
      if (i % 2 === 0) expect(decodeEntities(`&${name};`), name).toBe(KEYBOARD[i + 1]);
  });

  it('have the names of ł and of letters with accents', () => {
    expect(decodeEntities('&Lstrok;&oacute;d&zacute;, &lstrok;')).toBe('Łódź, ł');
  });

  it('have the names of Latin 1', () => {
    for (const [i, name] of LATIN_1.entries()) {
      expect(decodeEntities(`&${name};`), name).toBe(String.fromCharCode(160 + i));
    }
  });

  it('have the names of Greek letters, small and capital', () => {
    for (const [i, name] of GREEK.entries()) {
      expect(decodeEntities(`&${name};`), name).toBe(String.fromCharCode(0x3b1 + i));
      const capital = name.charAt(0).toUpperCase() + name.slice(1);
      if (name !== 'sigmaf')
        expect(decodeEntities(`&${capital};`), capital).toBe(String.fromCharCode(0x391 + i));
    }
  });

  it.each([
    ['&lt;&gt;&amp;&quot;&apos;', `<>&"'`],
    ['&amp;lt;', '&lt;'],
    ['&amp;amp;', '&amp;'],
    ['&#38;lt;', '&lt;'],
    ['&hellip;&mdash;&ndash;&ldquo;&rdquo;&lsquo;&rsquo;&bull;&euro;&trade;', '…—–“”‘’•€™'],
    ['&Scaron;&scaron;&OElig;&oelig;&Yuml;&fnof;&circ;&tilde;', 'ŠšŒœŸƒˆ˜'],
    ['&ccaron;&zdot;&tcaroz;', 'čż&tcaroz;'],
    ['&lpar;&comma;&period;&rpar;&excl;&colon;', '(,.)!:'],
    ['&#65;&#x41;&#X41;&#20013;&#x1F600;', 'AAA中😀'],
    ['&#65 &#x41,', 'A A,'],
    ['&#150;&#x92;&#128;', '–’€'],
    ['&#0;&#xD800;&#x110000;&#99999999999;', '\ufffd\ufffd\ufffd\ufffd'],
    ['AT&T & Q&A &; &# &#x; &nosuch; &eacute', 'AT&T & Q&A &; &# &#x; &nosuch; &eacute'],
    ['a &amp b &nbsp<', 'a & b \u00a0<'],
    ['?a=1&copy=2&lt=3&amp;b=4', '?a=1&copy=2&lt=3&b=4'],
    ['&constructor;&__proto__;&toString;', '&constructor;&__proto__;&toString;'],
    ['中&amp;文', '中&文'],
  ])('%s', (text, meaning) => {
    expect(decodeEntities(text)).toBe(meaning);
  });

  it('that the document declares come first', () => {
    expect(decodeEntities('&me;&amp;', new Map([['me', 'Ada']]))).toBe('Ada&');
  });
});
