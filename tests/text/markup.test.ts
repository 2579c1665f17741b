import { describe, expect, it } from 'vitest';
import { Markup } from '../../utils/text/markup';

/** The tokens of a source, one line each. */
function tokens(source: string): string[] {
  const markup = new Markup(source);
  const found: string[] = [];
  while (markup.next()) {
    const { kind, name, start, end, innerStart, innerEnd, selfClosing } = markup;
    expect(start).toBeLessThan(end);
    if (kind === 'open') {
      const attributes = markup.attributes().map((one) => ` ${one.name}=${one.value}`);
      found.push(`open ${name}${attributes.join('')}${selfClosing ? ' /' : ''}`);
    } else found.push(kind === 'close' ? `close ${name}` : `${kind} ${source.slice(innerStart, innerEnd)}`);
  }
  return found;
}

describe('markup', () => {
  it.each<[string, string, string[]]>([
    ['tags and text', '<a>x</a>', ['open a', 'text x', 'close a']],
    ['prefixes and case', '<dc:Date>', ['open dc:Date']],
    [
      'attributes of every kind',
      `<a b="1" c='2' d=3 e f = "4" g:h="5">`,
      ['open a b=1 c=2 d=3 e= f=4 g:h=5'],
    ],
    ['an end of its own', '<a/><a /><a b="c"/>', ['open a /', 'open a /', 'open a b=c /']],
    ['brackets in values', '<a b="x>y" c="</a>">', ['open a b=x>y c=</a>']],
    ['CDATA', '<a><![CDATA[<b>&amp;]]></a>', ['open a', 'cdata <b>&amp;', 'close a']],
    ['comments', '<!-- a > b -- c -->x', ['comment  a > b -- c ', 'text x']],
    [
      'instructions',
      '<?xml version="1.0"?><?php a->b ?>',
      ['instruction xml version="1.0"?', 'instruction php a->b '],
    ],
    [
      'a doctype with a subset',
      '<!DOCTYPE a [<!ENTITY b "c">]><a>',
      ['doctype DOCTYPE a [<!ENTITY b "c">', 'open a'],
    ],
    ['less-than signs that are text', '1 < 2 <3 a<', ['text 1 < 2 <3 a<']],
    ['what Chinese writes in brackets', '<重要>公告', ['text <重要>公告']],
    ['a tag without its end', '<a b="1" <c>x', ['open a b=1', 'open c', 'text x']],
    ['a value without its end', '<a b="1>x', ['open a b=1', 'text x']],
    ['CDATA without its end', '<a><![CDATA[x</a><b>', ['open a', 'cdata x', 'close a', 'open b']],
    [
      'CDATA without its end before another',
      '<a><![CDATA[x</a><b><![CDATA[y]]></b>',
      ['open a', 'cdata x', 'close a', 'open b', 'cdata y', 'close b'],
    ],
    ['CDATA with nothing behind it', '<a><![CDATA[x', ['open a', 'cdata x']],
    ['a comment without its end', '<!-- a> b', ['comment  a', 'text  b']],
    ['nothing', '', []],
  ])('of %s', (_name, source, expected) => {
    expect(tokens(source)).toEqual(expected);
  });

  it('says when the source ended within a tag or section', () => {
    for (const source of ['<a', '<a b="', '<a><![CDATA[x', '<!-- x', '<?x']) {
      const markup = new Markup(source);
      while (markup.next());
      expect(markup.cut, source).toBe(true);
    }
  });

  it('reads simple content at once, and leaves other content alone', () => {
    for (const [source, kind, inner] of [
      ['<a>x &lt; y</a>', 'text', 'x &lt; y'],
      ['<a></a>', 'text', ''],
      ['<a><![CDATA[x</a>', 'cdata', 'x'],
      ['<a> <![CDATA[x</a>]]>\n</a>', 'cdata', 'x</a>'],
    ] as const) {
      const markup = new Markup(`${source}<b>`);
      markup.next();
      expect(markup.simpleContent()).toBe(true);
      expect([markup.kind, markup.source.slice(markup.innerStart, markup.innerEnd)]).toEqual([kind, inner]);
      expect(markup.next() && markup.name).toBe('b');
    }
    for (const source of ['<a>x<b>y</b></a>', '<a>x<![CDATA[y]]></a>', '<a><![CDATA[x]]>y</a>', '<a>x']) {
      const markup = new Markup(source);
      markup.next();
      const { end } = markup;
      expect(markup.simpleContent(), source).toBe(false);
      expect(markup.end).toBe(end);
    }
  });

  it('passes over what is no markup in HTML', () => {
    const markup = new Markup('<script>if (a<b) "</p>"</SCRIPT >x');
    markup.next();
    markup.skipRaw('script');
    expect(markup.next() && markup.kind).toBe('close');
    expect(markup.next() && markup.source.slice(markup.start)).toBe('x');
  });

  it('reads no more attributes than anyone writes', () => {
    const markup = new Markup(`<a ${Array.from({ length: 1000 }, (_, i) => `a${i}="1"`).join(' ')}>`);
    markup.next();
    expect(markup.attributes()).toHaveLength(256);
  });
});
